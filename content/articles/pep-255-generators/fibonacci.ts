// title: Fibonacci numbers, one at a time
// question: `main` makes a generator, takes two numbers, does something else, and takes the rest. Which ten lines are printed, and in
//   which order?
// answer: "fibonacci begins" is the second line, because the call makes a generator and runs none of it. After "main does something
//   else" comes 1: the generator goes on after the two numbers that `next` has taken.
// look: The lane of `fibonacci` begins below the first line of `main`. While `main` prints, `fibonacci` is suspended at line 5, and
//   its frame keeps `a` and `b`.

function* fibonacci(below: number) {
  console.log('fibonacci begins');
  let [a, b] = [0, 1];
  while (a < below) {
    yield a;
    [a, b] = [b, a + b];
  }
  console.log('fibonacci ends');
}

export function main() {
  const numbers = fibonacci(4);
  console.log('main has a generator');
  console.log(numbers.next().value);
  console.log(numbers.next().value);
  console.log('main does something else');
  for (const number of numbers) {
    console.log(number);
  }
  console.log('main ends');
}
