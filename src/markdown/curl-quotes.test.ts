import { expect, it } from 'vitest';
import { curlQuotes } from './curl-quotes.ts';

it.each([
  ["it's the callers' turn", 'it’s the callers’ turn'],
  ['"main waits" is first', '“main waits” is first'],
  ['At 1 s "failed" and (at 2 s) "done".', 'At 1 s “failed” and (at 2 s) “done”.'],
  ['The "with" Statement', 'The “with” Statement'],
  ["Supporting 'yield from' in generators", 'Supporting ‘yield from’ in generators'],
  [`"It says 'no'"`, '“It says ‘no’”'],
])('the marks of %j open and close by the text around them', (text, expected) => {
  expect(curlQuotes(text)).toBe(expected);
});

it('code keeps its own marks, and a mark after it closes', () => {
  expect(curlQuotes(`the \`loop\`'s and "\`send('x')\`"`)).toBe(`the \`loop\`’s and “\`send('x')\`”`);
});

it('a single backtick marks no code', () => {
  expect(curlQuotes("a ` isn't code")).toBe('a ` isn’t code');
});
