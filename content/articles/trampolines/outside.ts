// title: A report on nothing
// question: `report` waits for the rows that `fetch` returns, or so it seems. Which lines are printed?
// answer: "one step is done" and "report on None". The `yield` hands a generator to the `for` loop. The loop does not resume that
//   generator. It asks `report` for the next value, and then the `yield` in `report` has the value `None`.
// look: There is a lane of `report` and none of `fetch`.

type Routine = Generator<number | Routine>;

function* fetch(table: string): Routine {
  console.log(`fetch: asks for ${table}`);
  yield 2;
  return `rows of ${table}`;
}

function* report(): Routine {
  const rows = yield fetch('users');
  console.log(`report on ${rows ?? 'None'}`);
}

export function main() {
  for (const _ of report()) {
    console.log('main: one step is done');
  }
}
