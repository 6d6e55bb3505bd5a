import type { SourceError } from '../../engine/compile/source-error.ts';

/** A program of the site that cannot be compiled. The message names the file and every error. */
export class ProgramRejected extends Error {
  override name = 'ProgramRejected';
  readonly file: string;
  readonly errors: readonly SourceError[];

  constructor(file: string, errors: readonly SourceError[]) {
    const lines = errors.map(({ line, column, message }) => `  ${file}:${line}:${column} ${message}`);
    super([`Expected ${file} to compile, but it has errors:`, ...lines].join('\n'));
    this.file = file;
    this.errors = errors;
  }
}

/** A program of the site that does not end. The message names the file and the limit it reached. */
export class ProgramEndless extends Error {
  override name = 'ProgramEndless';
  readonly file: string;
  /** Such as `5 s of time`. */
  readonly limit: string;
  /** The line of the source that ran last, if known. */
  readonly line: number | undefined;

  constructor(file: string, limit: string, line?: number) {
    super(`Expected ${file} to end, but it reached the limit of ${limit}. Give its loops an end.`);
    this.file = file;
    this.limit = limit;
    this.line = line;
  }
}

/**
 * A program of the site with an error that the scheduler cannot see. The message names the file, the line if known, and the error.
 */
export class ProgramStrayed extends Error {
  override name = 'ProgramStrayed';
  /** The error's name and message. */
  readonly text: string;
  /** The line of the source where the error was made, if known. */
  readonly line: number | undefined;

  constructor(file: string, text: string, line?: number) {
    const place = line === undefined ? file : `${file}:${line}`;
    super(
      `${place} Expected every error to reach the scheduler, but nothing handled this one: ${text}. ${strayedHint}`,
    );
    this.text = text;
    this.line = line;
  }
}

/** What to do about it. */
export const strayedHint =
  'Promises and timers of JavaScript run outside of the scheduler: use async functions with sleep, Future and createTask of "@yieldpoint/scheduler".';
