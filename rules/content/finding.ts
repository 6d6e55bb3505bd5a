import process from 'node:process';
import type { DemoError } from '../../src/build/demos/demo-error.ts';

/** A fault in the content: where it is, what was expected and found, and how to fix it. */
export type Finding = {
  /** Relative to the project. */
  readonly file: string;
  readonly line?: number;
  /** `Expected …, but got …`. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
  /** The fix itself, if it is certain. */
  readonly edits?: readonly Edit[];
};

/** A text that replaces a range of a file; offsets are UTF-16 units. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string };

/** One line for a person: `content/x.mdx:3: Expected …, but got …. Do this.` */
export function formatFinding({ file, line, message, fix }: Finding): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${endSentence(message)} ${fix}`;
}

/** Prints findings, also as annotations if GitHub runs the check. */
export function printFindings(findings: readonly Finding[]): void {
  for (const finding of findings) {
    console.error(formatFinding(finding));
    if (process.env['GITHUB_ACTIONS'] === 'true') {
      console.error(formatAnnotation(finding));
    }
  }
}

/** A finding in the form that GitHub reads from a log to show it beside the line. */
export function formatAnnotation({ file, line = 1, message, fix }: Finding): string {
  const data = `${endSentence(message)} ${fix}`.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const place = file.replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::error file=${place},line=${line}::${data}`;
}

/** Messages from elsewhere, such as a compiler's, may end with a question. */
function endSentence(message: string): string {
  return message.endsWith('?') ? message : `${message}.`;
}

/** Turns a fault of a demo into a finding. */
export function toFinding({ file, line, found, fix }: DemoError): Finding {
  return { file, ...(line === undefined ? {} : { line }), message: found, fix };
}
