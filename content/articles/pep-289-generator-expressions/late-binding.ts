// title: Old prices at a new rate
// question: Both names get new values before the expression runs. Which two numbers are printed?
// answer: 30 and 60. The list was taken when the expression was made, and the rate is looked up when a price is computed. So these
//   are the old prices at the new rate.
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
