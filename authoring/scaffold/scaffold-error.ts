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
 * Returns the message for the person who typed the command. Other errors are faults of the project itself and are thrown again.
 *
 * @param example an example of the command
 */
export function explainRefusal(error: unknown, example: string): string {
  if (error instanceof ScaffoldError) return error.message;
  const refused = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!refused) throw error;
  // Node's second sentence is about an argument that begins with a hyphen, and nobody means that.
  return `${error.message.split('. ')[0] ?? ''}. Type, for example: ${example}`;
}
