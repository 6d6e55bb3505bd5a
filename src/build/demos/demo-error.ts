/** A fault in a demo's files: where it is, what was expected and found, and how to fix it. */
export class DemoError extends Error {
  readonly file: string;
  readonly line: number | undefined;
  /** The file, with the line where there is one. */
  readonly place: string;
  readonly found: string;
  readonly fix: string;

  constructor(file: string, line: number | undefined, found: string, fix: string) {
    const place = line === undefined ? file : `${file}:${line}`;
    super(`${place}: ${found}. ${fix}`);
    this.place = place;
    this.name = 'DemoError';
    this.file = file;
    this.line = line;
    this.found = found;
    this.fix = fix;
  }
}
