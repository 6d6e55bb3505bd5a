// title: What an expression has taken with it
// question: Both names are given something new before the expression runs. Which numbers are printed?
// answer: 30 and 60. The list behind the word `in` was taken when the expression was made, and the rate is looked up when an
//   item is computed. Old prices, new rate.
// look: The lane begins when `main` asks for the first price, below everything that `main` has assigned.

export function main() {
  let prices = [10, 20];
  let rate = 2;
  function* converting(outermost: number[]) {
    for (const price of outermost) {
      yield price * rate;
    }
  }
  const converted = converting(prices);
  prices = [100];
  rate = 3;
  for (const price of converted) {
    console.log(price);
  }
}
