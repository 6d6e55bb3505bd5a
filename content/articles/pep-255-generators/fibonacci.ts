// title: Fibonacci numbers, one at a time
// question: The program prints ten lines. Which of them is "fibonacci begins", and what stands after "main does something else"?
// answer: Second. The call makes a generator and runs none of it. The first `next` runs it up to its `yield`, and each further
//   `next` runs it around the loop once.
// look: The lane of `fibonacci` begins below `main`'s first line. Between two values it is suspended at line 5, and `main`
//   prints.

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
