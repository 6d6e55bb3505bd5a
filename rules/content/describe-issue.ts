import type { z } from 'astro/zod';
import type { Document } from 'yaml';
import type { Finding } from './finding.ts';
import { suggestNearest } from '../../src/engine/page/suggest-nearest.ts';

type LineOf = (...field: readonly (string | number)[]) => number | undefined;

/** Describes what a schema found in a file: one finding for a field, and one for each unknown field. */
export function describeIssues(
  file: string,
  schema: z.ZodType,
  issues: readonly z.core.$ZodIssue[],
  document: Document,
  lineOf: LineOf,
): readonly Finding[] {
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? [issue] : []));
  /** Whether a field is missing because its name is misspelled. Then only the name is reported. */
  const isMisspelled = (field: readonly (string | number)[]): boolean => {
    const [name, around] = [String(field.at(-1)), field.slice(0, -1).join('.')];
    return unknown.some(
      ({ path, keys }) => path.join('.') === around && keys.some((key) => suggestNearest(key, [name]) !== ''),
    );
  };
  return issues.flatMap((issue): readonly Finding[] => {
    const field = toField(issue.path);
    const line = lineOf(...field) ?? 1;
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        file,
        line: lineOf(...field, key) ?? line,
        message: `Expected only known fields, but got "${[...field, key].join('.')}"`,
        fix: `${suggestNearest(key, listKeys(schema, field))}Correct its spelling, or delete it; the fields are listed in src/build/schemas.`,
      }));
    }
    const isThere = field.length === 0 ? document.contents !== null : document.hasIn(field);
    const name = field.length === 0 ? '' : `Field "${field.join('.')}": `;
    if (isThere) {
      return [
        {
          file,
          line,
          message: `${name}${expected(issue)}${tellFound(issue, document.getIn(field))}`,
          fix: `${suggestValue(issue, document.getIn(field))}Fix the field in the front matter or record.`,
        },
      ];
    }
    if (isMisspelled(field)) return [];
    return [
      {
        file,
        line,
        message: `${name}${expected(issue)}, but it is missing`,
        fix: `Add ${field.length === 0 ? 'the fields' : 'it'}, as another file of that folder has it.`,
      },
    ];
  });
}

function toField(path: readonly PropertyKey[]): readonly (string | number)[] {
  return path.map((part) => (typeof part === 'symbol' ? part.toString() : part));
}

/** The fields that a schema knows at a place; none if it does not say. */
function listKeys(schema: z.ZodType, field: readonly (string | number)[]): readonly string[] {
  let at: unknown = schema;
  for (const part of [...field, undefined]) {
    at = unwrap(at);
    const { shape, element } = at as { readonly shape?: Readonly<Record<string, unknown>>; readonly element?: unknown };
    if (part === undefined) return Object.keys(shape ?? {});
    at = typeof part === 'number' ? element : shape?.[part];
    if (at === undefined) return [];
  }
  return [];
}

/** The inner schema of a default, an optional field and the like. */
function unwrap(schema: unknown): unknown {
  const { def } = schema as { readonly def?: { readonly innerType?: unknown } };
  return def?.innerType === undefined ? schema : unwrap(def.innerType);
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  object: 'fields with values',
};

/** What the schema expected, as the beginning of a sentence. The project's own messages already say it. */
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

/** The value found, if it is short and the schema's own words do not contain it. */
function tellFound(issue: z.core.$ZodIssue, found: unknown): string {
  const isTold = issue.message.startsWith('Expected') || !['invalid_type', 'invalid_value'].includes(issue.code);
  if (isTold || found === null || typeof found === 'object') return '';
  return `, but got ${JSON.stringify(found)}`;
}

function suggestValue(issue: z.core.$ZodIssue, found: unknown): string {
  return issue.code === 'invalid_value' ? suggestNearest(String(found), issue.values.map(String)) : '';
}

function size(origin: string, count: number | bigint): string {
  if (origin === 'string') return `${count} characters`;
  return origin === 'array' ? `${count} ${count === 1 ? 'entry' : 'entries'}` : String(count);
}
