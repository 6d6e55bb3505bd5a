import process from 'node:process';
import type { DemoError } from '../../src/build/demos/demo-error.ts';

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
  readonly edits?: readonly Edit[];
};

/** Text in the place of a stretch of a file; offsets are UTF-16 units. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string };

/** One line for a person: `content/x.mdx:3: Expected …, but got …. Do this.` */
export function formatFinding({ file, line, message, fix }: Finding): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${endSentence(message)} ${fix}`;
}

/** Prints findings, and as annotations too where GitHub runs the check. */
export function printFindings(findings: readonly Finding[]): void {
  for (const finding of findings) {
    console.error(formatFinding(finding));
    if (process.env['GITHUB_ACTIONS'] === 'true') {
      console.error(formatAnnotation(finding));
    }
  }
}

/** A finding as GitHub reads it out of a log, to show it beside the line. */
export function formatAnnotation({ file, line = 1, message, fix }: Finding): string {
  const data = `${endSentence(message)} ${fix}`.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const place = file.replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::error file=${place},line=${line}::${data}`;
}

/** What others have said, such as a compiler, may end with a question. */
function endSentence(message: string): string {
  return message.endsWith('?') ? message : `${message}.`;
}

/** A fault of a demo as a finding among the others. */
export function toFinding({ file, line, found, fix }: DemoError): Finding {
  return { file, ...(line === undefined ? {} : { line }), message: found, fix };
}
