// title: The same generators without a trampoline
// question: `coffee` calls `grind` with `yield`, as before. But no trampoline runs it, only a `for` loop. Which lines are
//   printed?
// answer: "coffee has yielded something" and "coffee from nothing". What `coffee` has yielded is a generator, which the loop
//   does not resume. Then the loop asks for the next value, and the `yield` in `coffee` has none.
// look: Compare the lanes with those of the run before.

type Routine = Generator<number | Routine>;

function* grind(): Routine {
  console.log('grind: grinding');
  yield 2;
  return 'powder';
}

function* coffee(): Routine {
  const powder = yield grind();
  console.log(`coffee from ${powder ?? 'nothing'}`);
}

export function main() {
  for (const _ of coffee()) console.log('coffee has yielded something');
}
