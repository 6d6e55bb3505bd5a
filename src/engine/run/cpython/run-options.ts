import type { CancelRequest } from '../../trace/requests/cancel-request.ts';
import type { Chance } from '../chance.ts';

/**
 * How much of a run is recorded: what the loop decides and the program prints; the frames that can suspend and their lines as well;
 * or plain functions and all variables, too.
 */
type RecordingLevel = 'schedule' | 'frames' | 'full';

/** How to run a program in CPython. Every limit that is reached ends the run with the outcome `stopped`, and the trace up to there. */
export type CPythonRunOptions = {
  /** `full` unless given. */
  readonly level?: RecordingLevel;
  /** What tracebacks call the program; `program.py` unless given. */
  readonly filename?: string;
  /** Iterations of the event loop; 10,000 unless given. */
  readonly maxIterations?: number;
  /** Events of the trace; 100,000 unless given. */
  readonly maxEvents?: number;
  /** Characters printed; 100,000 unless given. */
  readonly maxOutput?: number;
  /**
   * Seconds of real time, looked at in the program's own loops; no limit unless given. What hangs elsewhere, in a
   * library or in one long operation, only the host can end.
   */
  readonly maxSeconds?: number;
  /** What differs from one run to the next; always the same unless given. */
  readonly chance?: Chance;
  /**
   * Lines of standard input, and null after the last for its end. A run that reads more than these ends there, and its outcome is
   * `stopped` by `input`. Unless given, standard input is empty.
   */
  readonly input?: readonly (string | null)[];
  /** What the reader asks to cancel, and when; nothing unless given. */
  readonly cancelRequests?: readonly CancelRequest[];
};
