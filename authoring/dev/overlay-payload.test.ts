import { expect, it } from 'vitest';
import { describeFindings } from './overlay-payload.ts';

const finding = {
  file: 'content/peps/1.yaml',
  line: 5,
  message: 'Expected a <date>, but got 5',
  fix: 'Fix the field',
};
const text = Array.from({ length: 9 }, (_, index) => `line <${index + 1}>`).join('\n');
const plain = (html: string): string => html.replaceAll(/<style>.*<\/style>|<[^>]*>/g, '');

it('shows the file, the line, what was expected and the fix, with the lines around it', () => {
  const { err } = describeFindings('/site', [finding], () => text);
  expect(err.title).toBe('One fault to fix');
  expect(err.message).toContain(
    '<p><b>content/peps/1.yaml:5</b><br>Expected a &lt;date&gt;, but got 5.<br>Fix the field</p>',
  );
  expect(err.loc).toEqual({ file: '/site/content/peps/1.yaml', line: 5, column: 0 });
  expect(plain(err.highlightedCode).split('\n')).toEqual([2, 3, 4, 5, 6, 7, 8].map((n) => `${n}  line &lt;${n}&gt;`));
  expect(err.highlightedCode).toContain('<span class="line error-line">5  line');
  expect(err.stack).toBe('');
});

it('shows all of several faults, and the lines of the first', () => {
  const other = { file: 'content/articles/two', message: 'Expected a text, but there is none', fix: 'Add it.' };
  const { err } = describeFindings('/site', [finding, other], () => 'only');
  expect(err.title).toBe('2 faults to fix');
  expect(err.message).toContain('<b>content/articles/two</b><br>Expected a text, but there is none.<br>Add it.');
  expect(plain(err.highlightedCode)).toBe('');
});
