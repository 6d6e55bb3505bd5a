import { type Diagnostic, forEachDiagnostic, setDiagnostics } from '@codemirror/lint';
import type { EditorState, TransactionSpec } from '@codemirror/state';

/** A fault of a program at a place in its text; line and column count from 1. */
export type EditorFault = {
  readonly line: number;
  readonly column: number;
  /** How many characters it covers; the whole line unless given. */
  readonly length: number | 'line';
  readonly message: string;
};

/** Who found a fault: the last run, or the check while typing. */
export type FaultOrigin = 'run' | 'check';

/** Marks faults in an editor. They replace those of the same origin; those of the other origin stay. */
export function placeFaults(state: EditorState, faults: readonly EditorFault[], origin: FaultOrigin): TransactionSpec {
  const diagnostics: Diagnostic[] = [];
  forEachDiagnostic(state, (diagnostic, from, to) => {
    if (diagnostic.markClass !== origin) diagnostics.push({ ...diagnostic, from, to });
  });
  for (const fault of faults) {
    const found = toDiagnostic(state, fault, origin);
    // For a syntax error, the run's compiler and the check say the same.
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
