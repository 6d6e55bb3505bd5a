// title: Rows for two readers, one from each generator in turn
// question: Each generator sets the variable to its own reader before its first row, and resets it at its end. Which five lines are printed?
// answer: "to Ada: row 1 for Ada", "to Grace: row 1 for Grace", and then "to Ada: row 2 for Grace" and "outside: Grace". A generator has no values of its
//   own: the variable that it sets is that of `main`. At the end it is "none".
// look: Both generators are suspended inside their `try` while `main` prints "outside". Each frame has its own `name`, and both read the one variable.

import { close, ContextVar, send } from '@yieldpoint/scheduler';

const reader = new ContextVar('reader', { default: 'none' });

function maySee(row: string) {
  return `${row} for ${reader.get()}`;
}

function* rowsOf(name: string): Generator<string, void, void> {
  const token = reader.set(name);
  try {
    for (const row of ['row 1', 'row 2']) {
      yield maySee(row);
    }
  } finally {
    reader.reset(token);
  }
}

export function main() {
  const [ada, grace] = [rowsOf('Ada'), rowsOf('Grace')];
  console.log(`to Ada: ${send(ada).value}`);
  console.log(`to Grace: ${send(grace).value}`);
  console.log(`to Ada: ${send(ada).value}`);
  console.log(`outside: ${reader.get()}`);
  close(grace);
  close(ada);
  console.log(`at the end: ${reader.get()}`);
}
