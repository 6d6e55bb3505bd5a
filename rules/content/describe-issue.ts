import type { z } from 'astro/zod';
import type { Document } from 'yaml';
import type { Finding } from './finding.ts';

/** What a schema found in a file: one finding for a field, and one for each field that it does not know. */
export function describeIssue(
  file: string,
  issue: z.core.$ZodIssue,
  document: Document,
  lineOf: (...field: readonly (string | number)[]) => number | undefined,
): readonly Finding[] {
  const field = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part));
  const line = lineOf(...field) ?? 1;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      line: lineOf(...field, key) ?? line,
      message: `Expected only known fields, but got "${[...field, key].join('.')}"`,
      fix: 'Correct its spelling, or delete it; the fields are listed in src/build/schemas.',
    }));
  }
  const isThere = field.length === 0 ? document.contents !== null : document.hasIn(field);
  const name = field.length === 0 ? '' : `Field "${field.join('.')}": `;
  if (!isThere) {
    return [
      {
        file,
        line,
        message: `${name}${expected(issue)}, but it is missing`,
        fix: `Add ${field.length === 0 ? 'the fields' : 'it'}, as another file of that folder has it.`,
      },
    ];
  }
  return [
    {
      file,
      line,
      message: `${name}${expected(issue)}`,
      fix: 'Mend the field in the front matter or record.',
    },
  ];
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  object: 'fields with values',
};

/** What the schema wanted, as the beginning of a sentence. A message of the project's own says it already. */
function expected(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith('Expected')) return issue.message.replace(/\.$/, '');
  switch (issue.code) {
    case 'invalid_type':
      return `Expected ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `Expected one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.inclusive === false
        ? `Expected a number above ${issue.minimum}`
        : `Expected ${size(issue.origin, issue.minimum)} at least`;
    case 'too_big':
      return `Expected ${size(issue.origin, issue.maximum)} at most`;
    case 'invalid_format':
      return issue.format === 'url' ? 'Expected an address such as https://peps.python.org/' : 'Expected another form';
    default:
      return `Expected another value: ${issue.message.replace(/\.$/, '')}`;
  }
}

function size(origin: string, count: number | bigint): string {
  if (origin === 'string') return `${count} characters`;
  return origin === 'array' ? `${count} ${count === 1 ? 'entry' : 'entries'}` : String(count);
}
