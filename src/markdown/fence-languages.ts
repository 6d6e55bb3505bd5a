/** The languages that listings are highlighted in, by their own names. */
export const languages = ['typescript', 'javascript', 'python', 'bash', 'yaml', 'json', 'html'] as const;

/** The usual names of those languages, if they differ. */
export const languageNames: ReadonlyMap<string, string> = new Map([
  ['typescript', 'TypeScript'],
  ['javascript', 'JavaScript'],
  ['python', 'Python'],
  ['bash', 'shell'],
  ['yaml', 'YAML'],
  ['json', 'JSON'],
  ['html', 'HTML'],
]);

/** Other words that may follow the three backticks. */
export const shortNames: ReadonlyMap<string, (typeof languages)[number] | 'text'> = new Map([
  ['py', 'python'],
  ['ts', 'typescript'],
  ['js', 'javascript'],
  ['text', 'text'],
  ['plaintext', 'text'],
]);

/** All words that may follow the three backticks. */
export const fenceLanguages: readonly string[] = [...languages, ...shortNames.keys()];
