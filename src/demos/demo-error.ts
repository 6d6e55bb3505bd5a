/** A fault in a demo's files: where it is, what was expected and found, and how to mend it. */
export class DemoError extends Error {
  readonly file: string;
  readonly line: number | undefined;
  readonly found: string;
  readonly fix: string;

  constructor(file: string, line: number | undefined, found: string, fix: string) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${found}. ${fix}`);
    this.name = 'DemoError';
    this.file = file;
    this.line = line;
    this.found = found;
    this.fix = fix;
  }
}
