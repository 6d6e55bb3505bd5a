/** A new file that cannot be made: what was expected, what was found, and what to type. Nothing was written. */
export class ScaffoldError extends Error {
  override name = 'ScaffoldError';
}

/** @throws {ScaffoldError} if a name cannot be part of an address */
export function assertSlug(what: string, name: string | undefined, example: string): asserts name is string {
  if (name !== undefined && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return;
  const got = name === undefined || name === '' ? 'none' : `"${name}"`;
  throw new ScaffoldError(
    `Expected ${what} of lower-case letters, digits and single hyphens, but got ${got}. Type, for example: ${example}`,
  );
}

/**
 * What to tell someone who typed the command; other errors are thrown on, as faults of the project's own.
 *
 * @param example the command as it could be typed
 */
export function explainRefusal(error: unknown, example: string): string {
  if (error instanceof ScaffoldError) return error.message;
  const refused = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!refused) throw error;
  // Node's second sentence tells of an argument that begins with a hyphen, which nobody means.
  return `${error.message.split('. ')[0] ?? ''}. Type, for example: ${example}`;
}
