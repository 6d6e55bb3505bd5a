import { readSafely } from './describe-value.ts';
import { clip } from './quote.ts';
import type { ErrorLines } from './error-lines.ts';
import { type StackPlace, toErrorText } from './error-text.ts';
import { inspectValue } from './inspect-value.ts';

/** How many functions, errors of a group and causes in a row are shown. */
const mostPlaces = 20;
const mostRepeated = 3;
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
  lines.push(...describePlaces(places));
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

/** A call that repeats is shown three times, and then only that it repeats: an engine keeps no more than the top of a full stack. */
function describePlaces(places: readonly StackPlace[]): readonly string[] {
  const lines = places.map(({ name, line }) => `    at ${name} (line ${line})`);
  const isRepeated = (at: number): boolean =>
    at >= mostRepeated && lines.slice(at - mostRepeated, at).every((line) => line === lines[at]);
  const folded = lines.flatMap((line, at) =>
    !isRepeated(at) ? [line] : isRepeated(at - 1) ? [] : ['    … the same call over and over'],
  );
  if (folded.length <= mostPlaces) return folded;
  return [...folded.slice(0, mostPlaces), `    … ${folded.length - mostPlaces} more`];
}

/** The errors inside a group, JavaScript's or the scheduler's. */
function listErrors(error: Error): readonly unknown[] {
  const { errors, exceptions } = error as { readonly errors?: unknown; readonly exceptions?: unknown };
  if (Array.isArray(exceptions)) return exceptions as readonly unknown[];
  return Array.isArray(errors) ? (errors as readonly unknown[]) : [];
}
