// title: Two filters and one letter
// question: A word is to pass if it has both a t and an n. What do the two ways of writing it let through?
// answer: In the loop, tin, sun and net. Both filters look up the one variable `letter` when they run, and by then it is "n".
//   Each call of `having` keeps a letter of its own, so the function lets through tin and net.
// look: The first two lanes both let sun through. In the second pair the upper lane drops oat, and the lower one drops sun.

function* having(letter: string, words: Iterable<string>) {
  for (const word of words) if (word.includes(letter)) yield word;
}

export function main() {
  let letter = '';
  function* filtering(words: Iterable<string>) {
    for (const word of words) if (word.includes(letter)) yield word;
  }

  let words: Iterable<string> = ['tin', 'oat', 'sun', 'net'];
  for (letter of 'tn') {
    words = filtering(words);
  }
  console.log(`in a loop: ${[...words].join(' ')}`);

  words = ['tin', 'oat', 'sun', 'net'];
  for (letter of 'tn') {
    words = having(letter, words);
  }
  console.log(`in a function: ${[...words].join(' ')}`);
}
