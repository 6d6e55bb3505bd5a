import process from 'node:process';
import type { DemoError } from '../../src/demos/demo-error.ts';

/** Something wrong in the content: where, what was expected and found, and how to mend it. */
export type Finding = {
  /** Relative to the project. */
  readonly file: string;
  readonly line?: number;
  /** `Expected …, but got …`. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
  /** The mend itself, where it is certain. */
  readonly edit?: Edit;
};

/** Text in the place of a stretch of a file; offsets are UTF-16 units. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string };

/** One line for a person: `content/x.mdx:3: Expected …, but got …. Do this.` */
export function formatFinding({ file, line, message, fix }: Finding): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${message}. ${fix}`;
}

/** Prints findings, and as annotations too where GitHub runs the check. */
export function printFindings(findings: readonly Finding[]): void {
  for (const finding of findings) {
    console.error(formatFinding(finding));
    if (process.env['GITHUB_ACTIONS'] === 'true') {
      console.error(`::error file=${finding.file},line=${finding.line ?? 1}::${finding.message}. ${finding.fix}`);
    }
  }
}

/** A fault of a demo as a finding among the others. */
export function toFinding({ file, line, found, fix }: DemoError): Finding {
  return { file, ...(line === undefined ? {} : { line }), message: found, fix };
}
