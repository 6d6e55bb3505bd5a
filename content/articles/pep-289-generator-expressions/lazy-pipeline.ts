// title: A pipeline that reads only what it is asked for
// question: The log has five lines, and lines 2 and 4 are errors. How many lines are read before the first code is printed?
// answer: Two. `main` asks `codes` for one item, `codes` asks `errors`, and `errors` asks `read` until an error comes. Nothing asks
//   for the lines after it.
// look: At step 12 `main` prints, and three frames are suspended. Each of them keeps one line.

function* read(log: string[]) {
  for (const line of log) {
    console.log(`read ${line}`);
    yield line;
  }
}

function* errorsOf(lines: Iterable<string>) {
  for (const x of lines) if (x.startsWith('error')) yield x;
}

function* codesOf(errors: Iterable<string>) {
  for (const x of errors) yield x.slice(6);
}

export function main() {
  const log = ['ok 1', 'error 2', 'ok 3', 'error 4', 'ok 5'];
  const lines = read(log);
  const errors = errorsOf(lines);
  const codes = codesOf(errors);
  console.log('nothing is read yet');
  console.log(`first code: ${codes.next().value}`);
  console.log('the rest, please');
  for (const code of codes) {
    console.log(`code: ${code}`);
  }
}
