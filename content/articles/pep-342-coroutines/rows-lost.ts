// title: A handler that saves `None`
// question: `save` asks for two rows, and `main` has two, Ada and Grace. Which four lines are printed?
// answer: "read users: here is Ada", "users: row 1 is None", "read users: here is Grace", "users: row 2 is None". The `for` loop has the rows, but it
//   resumes `save` with `next`, and `next` takes no argument. So the `yield` that is resumed has the value `None`.
// look: Every arrow into `save` says `next`. None of them carries a row.

function read(socket: string) {
  return `read ${socket}`;
}

function* save(socket: string): Generator<string> {
  let saved = 0;
  while (saved < 2) {
    const row = yield read(socket);
    saved += 1;
    const text = row ?? 'None';
    console.log(`${socket}: row ${saved} is ${text}`);
  }
}

export function main() {
  const rows = ['Ada', 'Grace'];
  for (const request of save('users')) {
    const row = rows.shift();
    console.log(`${request}: here is ${row}`);
  }
}
