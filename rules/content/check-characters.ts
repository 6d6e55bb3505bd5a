import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from './finding.ts';

/**
 * Finds what no parser can name, because it fails on the consequences: files that are not UTF-8, merge conflict marks, invisible
 * characters, tabs that indent Python or YAML, and typographic quotation marks where code needs straight ones. At most one finding
 * of each kind for a file, in the order in which to fix them.
 *
 * @param root the project's folder
 * @param files relative to it
 */
export function checkCharacters(root: string, files: readonly string[]): readonly Finding[] {
  return files
    .filter((file) => existsSync(path.join(root, file)))
    .flatMap((file) => checkBytes(file, readFileSync(path.join(root, file))));
}

function checkBytes(file: string, bytes: Buffer): readonly Finding[] {
  const encoding = findEncoding(bytes);
  if (encoding !== undefined) {
    return [
      {
        file,
        line: 1,
        message: `Expected text in UTF-8, but the file is ${encoding}`,
        fix: 'Save it as UTF-8 without a byte order mark.',
      },
    ];
  }
  const lines = bytes.toString('utf8').split('\n');
  return rules.flatMap(({ files, find, message, fix }) => {
    if (!files.test(file)) return [];
    for (const [index, line] of lines.entries()) {
      const found = find.exec(line);
      if (found !== null) return [{ file, line: index + 1, message: message(found), fix }];
    }
    return [];
  });
}

function findEncoding(bytes: Buffer): string | undefined {
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8 with a byte order mark';
  if (bytes.includes(0)) return 'UTF-16 or binary: it has zero bytes';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    return 'in another encoding';
  }
}

type Rule = {
  readonly files: RegExp;
  readonly find: RegExp;
  readonly message: (found: RegExpExecArray) => string;
  readonly fix: string;
};

/** Letters and spaces that look like others, or like nothing, with their names. */
const unseen: Readonly<Record<string, string>> = {
  '\u00a0': 'a no-break space',
  '\u202f': 'a narrow no-break space',
  '\u2007': 'a figure space',
  '\u00ad': 'a soft hyphen',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u2060': 'a word joiner',
  '\ufeff': 'a byte order mark within the text',
};

const rules: readonly Rule[] = [
  {
    files: /./,
    find: /^(?:<{7}(?= |$)|\|{7}(?= |$)|>{7}(?= |$))/,
    message: ([mark]) => `Expected a file that is merged, but this line begins with "${mark}"`,
    fix: 'Choose one of the two versions, and delete the three lines of marks.',
  },
  {
    files: /\.(?:ts|py|ya?ml)$/,
    find: new RegExp(`[${Object.keys(unseen).join('')}]`, 'u'),
    message: ([letter]) => `Expected only characters that can be seen, but got ${unseen[letter] ?? 'another'}`,
    fix: 'Delete it, or type a plain space instead; it came with copied text.',
  },
  {
    files: /\.mdx?$/,
    find: new RegExp('[\u200b\u2060\ufeff]', 'u'),
    message: ([letter]) => `Expected only characters that can be seen, but got ${unseen[letter] ?? 'another'}`,
    fix: 'Delete it; it came with copied text.',
  },
  {
    files: /\.py$/,
    find: /^ *\t/,
    message: () => 'Expected Python to be indented with spaces, but got a tab',
    fix: 'Indent with four spaces; an editor can turn all tabs into spaces.',
  },
  {
    files: /\.ya?ml$/,
    find: /^ *\t/,
    message: () => 'Expected YAML to be indented with spaces, but got a tab',
    fix: 'Indent with two spaces for each level; YAML knows no tabs.',
  },
  {
    files: /\.(?:ts|py)$/,
    // Inside straight quotes, backticks or a comment they are text.
    find: /^(?:[^'"`#/“”‘’]|\/(?!\/)|'[^'\n]*'|"[^"\n]*"|`[^`\n]*`)*([“”‘’])/u,
    message: (found) => `Expected plain quotation marks in code, but got ${found[1] ?? ''}`,
    fix: 'Type " or \' instead of the curly ones.',
  },
  {
    files: /\.mdx$/,
    find: /<[A-Z]\w*\s[^>]*?\b\w+=([“”‘’])/u,
    message: (found) => `Expected plain quotation marks around the value of a prop, but got ${found[1] ?? ''}`,
    fix: 'Type " instead of the curly ones.',
  },
];
