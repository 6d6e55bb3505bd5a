// title: Response times, read twice
// question: `summarize` gets three response times from a generator, and then from a list. Which four lines are printed?
// answer: "total 90 ms, count 0" from the generator. `sum` has run it to its end, so there is nothing left to count. A list gives
//   `sum` and `list` a new iterator each, so the last line says "count 3".
// look: The first lane of `response_times` is closed when the count begins. The second is read once, into a list.

function* responseTimes() {
  for (const time of [10, 20, 60]) {
    yield time;
  }
}

function summarize(times: Iterable<number>) {
  let total = 0;
  for (const time of times) total += time;
  const count = [...times].length;
  console.log(`total ${total} ms, count ${count}`);
}

export function main() {
  console.log('from a generator');
  summarize(responseTimes());
  console.log('from a list');
  summarize([...responseTimes()]);
}
