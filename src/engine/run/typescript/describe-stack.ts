import { readSafely } from './describe-value.ts';
import { clip } from './quote.ts';
import type { ErrorLines } from './error-lines.ts';
import { toErrorText } from './error-text.ts';
import { inspectValue } from './inspect-value.ts';

/** How many functions, errors of a group and causes in a row are shown. */
const mostPlaces = 20;
const mostErrors = 20;
const deepest = 8;

/**
 * Returns an error as a console shows it: name and message, then the program's functions that it came through, innermost first,
 * then the errors of a group and the cause in the same form. Never throws.
 */
export function describeStack(error: unknown, errorLines: ErrorLines): string {
  return describe(error, errorLines, new Set(), 0).join('\n');
}

function describe(error: unknown, errorLines: ErrorLines, open: Set<unknown>, depth: number): readonly string[] {
  if (!(error instanceof Error)) return [typeof error === 'string' ? clip(error) : inspectValue(error)];
  const { name, message } = toErrorText(error, undefined);
  const places = errorLines.findPlaces(error);
  const lines = [message === '' ? name : `${name}: ${message}`];
  for (const place of places.slice(0, mostPlaces)) lines.push(`    at ${place.name} (line ${place.line})`);
  if (places.length > mostPlaces) lines.push(`    … ${places.length - mostPlaces} more`);
  if (depth >= deepest || open.has(error)) return lines;
  open.add(error);
  const inner = readSafely(() => listErrors(error), []);
  for (const [index, item] of inner.slice(0, mostErrors).entries()) {
    const [first = '', ...rest] = describe(item, errorLines, open, depth + 1);
    lines.push(`  ${index + 1}: ${first}`, ...rest.map((line) => `  ${line}`));
  }
  if (inner.length > mostErrors) lines.push(`  … ${inner.length - mostErrors} more`);
  const { cause, hasCause } = readSafely(() => ({ cause: error.cause, hasCause: error.cause !== undefined }), {
    cause: undefined,
    hasCause: false,
  });
  if (hasCause) {
    const [first = '', ...rest] = describe(cause, errorLines, open, depth + 1);
    lines.push(`Caused by: ${first}`, ...rest);
  }
  open.delete(error);
  return lines;
}

/** The errors inside a group, JavaScript's or the scheduler's. */
function listErrors(error: Error): readonly unknown[] {
  const { errors, exceptions } = error as { readonly errors?: unknown; readonly exceptions?: unknown };
  if (Array.isArray(exceptions)) return exceptions as readonly unknown[];
  return Array.isArray(errors) ? (errors as readonly unknown[]) : [];
}
