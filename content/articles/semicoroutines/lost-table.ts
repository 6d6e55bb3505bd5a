// title: An export without orders
// question: `export_all` asks for three tables, and for the second one it calls a helper. Which lines are printed?
// answer: `main` is asked for users and invoices only. The `yield` in `read` makes it a generator function, so the call makes a generator,
//   and nothing resumes that. Not even the first line of `read` runs.
// look: Count the lanes, and look for one of `read`.

import { close, send } from '@yieldpoint/scheduler';

type Requests = Generator<string, void, string>;

function* read(table: string): Requests {
  console.log(`read: ${table}, please`);
  const rows = yield table;
  console.log(`read: ${rows} of ${table}`);
}

function* exportAll(): Requests {
  yield 'users';
  read('orders');
  yield 'invoices';
}

export function main() {
  const job = exportAll();
  console.log(`export asks for ${send(job).value}`);
  console.log(`export asks for ${send(job, '3 rows').value}`);
  close(job);
}
