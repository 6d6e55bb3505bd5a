import { type Diagnostic, forEachDiagnostic, setDiagnostics } from '@codemirror/lint';
import type { EditorState, TransactionSpec } from '@codemirror/state';

/** What is wrong with a program, at a place in its text: line and column from 1. */
export type EditorFault = {
  readonly line: number;
  readonly column: number;
  /** Characters, or all of the line. */
  readonly length: number | 'line';
  readonly message: string;
};

/** Who found a fault: the run that was asked for last, or the check of what is being written. */
export type FaultOrigin = 'run' | 'check';

/** Marks faults in an editor, in the place of those that the same origin had found; the other's stay. */
export function placeFaults(state: EditorState, faults: readonly EditorFault[], origin: FaultOrigin): TransactionSpec {
  const diagnostics: Diagnostic[] = [];
  forEachDiagnostic(state, (diagnostic, from, to) => {
    if (diagnostic.markClass !== origin) diagnostics.push({ ...diagnostic, from, to });
  });
  for (const fault of faults) {
    const found = toDiagnostic(state, fault, origin);
    // The run's compiler and the check say the same of a syntax error.
    if (!diagnostics.some(({ from, message }) => from === found.from && message === found.message)) {
      diagnostics.push(found);
    }
  }
  return setDiagnostics(state, diagnostics);
}

function toDiagnostic(
  state: EditorState,
  { line, column, length, message }: EditorFault,
  markClass: FaultOrigin,
): Diagnostic {
  const at = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  const from = Math.min(at.from + Math.max(column - 1, 0), at.to);
  const to = length === 'line' ? at.to : Math.min(from + Math.max(length, 1), state.doc.length);
  return { from, to, severity: 'error', message, markClass };
}
