// title: One `yield from` for a string, a list and a generator
// question: `chain` delegates to three things of three types. Which items come out, one a line?
// answer: a, b, 10, 20, 2, 1. `yield from` asks only for something that can be iterated over, and all three can.
// look: Only `countdown` has a lane below the one of `chain`. A string and a list have no frame to suspend.

function* chain(...sources: Iterable<unknown>[]) {
  for (const source of sources) yield* source;
}

function* countdown(number: number) {
  while (number > 0) {
    yield number;
    number -= 1;
  }
}

export function main() {
  for (const item of chain('ab', [10, 20], countdown(2))) {
    console.log(String(item));
  }
}
