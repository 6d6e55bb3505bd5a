import { expect, it } from 'vitest';
import { headingHtml } from './heading-html.ts';

const markdown = '## An exception at an `await`\n\n`await` stops.\n\n### `a < b`, and plain\n';

it('marks the code of a heading as the Markdown does', () => {
  expect(headingHtml('An exception at an await', markdown)).toBe('An exception at an <code>await</code>');
  expect(headingHtml('a < b, and plain', markdown)).toBe('<code class="whole">a &lt; b</code>, and plain');
});

it('escapes a heading that the Markdown does not have', () => {
  expect(headingHtml('await stops. & more', markdown)).toBe('await stops. &amp; more');
});
