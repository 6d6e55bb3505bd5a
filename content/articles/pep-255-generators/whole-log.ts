// title: The first error of a log, found too late
// question: The error is in the second of four lines, and `main` stops there. How many lines are read before `main` prints its
//   first?
// answer: Four. `read` has a `return` at its end and nothing to hand out before that, so it reads the whole log. `main` looks at two
//   entries and drops the list.
// look: `entries` in the frame of `read` grows by one with each line, and `main` waits until it is complete.

function read(lines: string[]) {
  const entries: string[][] = [];
  for (const line of lines) {
    console.log(`read: ${line}`);
    entries.push(line.split(' '));
  }
  return entries;
}

export function main() {
  const log = ['ok 1', 'error 2', 'ok 3', 'ok 4'];
  for (const [level, code] of read(log)) {
    console.log(`main: ${level} ${code}`);
    if (level === 'error') break;
  }
}
