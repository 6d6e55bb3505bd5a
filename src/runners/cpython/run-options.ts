/** How much of a run is recorded: what the loop decides and the program prints, or its frames and lines as well. */
export type RecordingLevel = 'schedule' | 'full';

/** How to run a program in CPython. Every limit that is reached ends the run with the outcome `stopped`. */
export type CPythonRunOptions = {
  /** `full` unless given; `schedule` costs about half the time. */
  readonly level?: RecordingLevel;
  /** What tracebacks call the program; `program.py` unless given. */
  readonly filename?: string;
  /** Iterations of the event loop; 10,000 unless given. */
  readonly maxIterations?: number;
  /** Events of the trace; 100,000 unless given. */
  readonly maxEvents?: number;
  /** Characters printed; 100,000 unless given. */
  readonly maxOutput?: number;
};
