import type { CancelRequest } from '../../trace/requests/cancel-request.ts';
import type { Chance } from '../chance.ts';

/**
 * How much of a run is recorded: `schedule` is what the loop decides and the program prints, `frames` adds frames that can suspend
 * and their lines, and `full` adds plain functions and all variables.
 */
type RecordingLevel = 'schedule' | 'frames' | 'full';

/** How to run a program in CPython. Every limit that is reached ends the run with the outcome `stopped`, and the trace up to there. */
export type CPythonRunOptions = {
  /** `full` unless given. */
  readonly level?: RecordingLevel;
  /** The program's file name in tracebacks; `program.py` unless given. */
  readonly filename?: string;
  /** Iterations of the event loop; 10,000 unless given. */
  readonly maxIterations?: number;
  /** Events of the trace; 100,000 unless given. */
  readonly maxEvents?: number;
  /** Characters printed; 100,000 unless given. */
  readonly maxOutput?: number;
  /**
   * Seconds of real time, checked in the program's own loops; no limit unless given. If the program hangs elsewhere, in a library
   * or in one long operation, only the host can end it.
   */
  readonly maxSeconds?: number;
  /** What differs from one run to the next; always the same unless given. */
  readonly chance?: Chance;
  /**
   * Lines of standard input; null after the last one is the end of the input. A run that reads more ends there, and its outcome is
   * `stopped` by `input`. Unless given, standard input is empty.
   */
  readonly input?: readonly (string | null)[];
  /** The reader's requests to cancel tasks; none unless given. */
  readonly cancelRequests?: readonly CancelRequest[];
};
