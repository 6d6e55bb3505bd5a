import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';

/** Knows the words of American English and of the project. */
export type Words = {
  /** Whether a word is spelled as in the dictionary or the project's list; its first letter may be a capital. */
  has(word: string): boolean;
  /** Whether the project's list has it as a name, with a capital. */
  isName(word: string): boolean;
  /** The most likely correct spelling, if there is a similar word. */
  suggest(word: string): string | undefined;
};

/** The project's own list of words that no dictionary has, one on each line. */
const wordList = 'content/words.txt';

/**
 * Reads the dictionary and `content/words.txt`.
 *
 * @param root the project's folder
 */
export function loadWords(root: string): Words {
  const extension = createRequire(import.meta.url).resolve('@cspell/dict-en_us/cspell-ext.json');
  const dictionary = path.join(path.dirname(extension), 'en_US.trie.gz');
  const trie = decodeTrie(gunzipSync(readFileSync(dictionary)));
  const own = new Set(
    readFileSync(path.join(root, wordList), 'utf8')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
  const known = (word: string): boolean => own.has(word) || (trie.hasWord(word, true) && !trie.isForbiddenWord(word));
  return {
    has: (word) => known(word) || known(word.charAt(0).toLowerCase() + word.slice(1)),
    isName: (word) => own.has(word) && /^\p{Lu}/u.test(word),
    suggest: (word) => trie.suggest(word, { numSuggestions: 1 })[0],
  };
}
