/** What runs programs could not be loaded; the message says what is missing and what to do. */
export class SandboxUnavailable extends Error {
  override name = 'SandboxUnavailable';

  constructor(what: string, found: string) {
    super(`Expected ${what} to load, but ${found}. Check the connection and press Run again.`);
  }
}
