import path from 'node:path';
import type { Finding } from '../../rules/content/finding.ts';

/** The message that the dev server sends to a page to show an error over it. */
export type OverlayPayload = {
  readonly type: 'error';
  /** Makes Astro pass the message on unchanged. */
  readonly __isEnhancedAstroErrorPayload: true;
  readonly err: {
    readonly name: string;
    readonly title: string;
    /** HTML. */
    readonly message: string;
    readonly hint: string;
    readonly loc: { readonly file: string; readonly line: number; readonly column: 0 };
    readonly highlightedCode: string;
    readonly stack: string;
  };
};

/** How many lines of the file are shown before and after the faulty one. */
const around = 3;

/**
 * Describes findings for the overlay of Astro's dev server: each with its file, its line and its fix, and the source lines of the
 * first.
 *
 * @param findings at least one
 * @param read returns the text of a file of the project, or an empty text if there is none
 */
export function describeFindings(
  root: string,
  findings: readonly [Finding, ...Finding[]],
  read: (file: string) => string,
): OverlayPayload {
  const [first] = findings;
  const said = findings.map(
    (finding) => `<p><b>${escape(place(finding))}</b><br>${escape(finding.message)}.<br>${escape(finding.fix)}</p>`,
  );
  return {
    type: 'error',
    __isEnhancedAstroErrorPayload: true,
    err: {
      name: 'npm run check',
      title: findings.length === 1 ? 'One fault to fix' : `${findings.length} faults to fix`,
      // There is no stack, so its empty box is removed; the style affects only the overlay.
      message: `<style>#stack { display: none } #message-content p { margin-block: 0 0.75em } #code pre { padding-inline: 1.5rem; overflow-x: auto }</style>${said.join('')}`,
      hint: 'The page comes back by itself when it is fixed.',
      loc: { file: path.join(root, first.file), line: first.line ?? 1, column: 0 },
      highlightedCode: showLines(read(first.file), first.line ?? 1),
      stack: '',
    },
  };
}

function place({ file, line }: Finding): string {
  return line === undefined ? file : `${file}:${line}`;
}

function showLines(text: string, line: number): string {
  const from = Math.max(1, line - around);
  const shown = text.split('\n').slice(from - 1, line + around);
  const width = String(line + around).length;
  const lines = shown.map((code, index) => {
    const number = from + index;
    const mark = number === line ? ' error-line' : '';
    return `<span class="line${mark}">${String(number).padStart(width)}  ${escape(code)}</span>`;
  });
  return `<pre class="astro-code"><code>${lines.join('\n')}</code></pre>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
