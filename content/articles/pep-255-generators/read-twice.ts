// title: A generator read twice
// question: The same function gets the three values from a generator and then from a list. Which two lines does it print?
// answer: The generator gives "total 90, count 0". Adding up has run it to its end, and counting finds it there. A list gives
//   a new iterator to each loop, so the second line says "count 3".
// look: The first lane of `readings` is closed before the count begins. The second is read once, into a list.

function* readings() {
  for (const value of [10, 20, 60]) {
    yield value;
  }
}

function summarize(values: Iterable<number>) {
  let total = 0;
  for (const value of values) total += value;
  const count = [...values].length;
  console.log(`total ${total}, count ${count}`);
}

export function main() {
  console.log('from a generator');
  summarize(readings());
  console.log('from a list');
  summarize([...readings()]);
}
