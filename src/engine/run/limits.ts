import type { Outcome } from '../trace/event/events.ts';

/** How far a reader's program may go before it is stopped. */
export type SandboxLimits = {
  /** Real time in milliseconds, counted from the program's first statement. */
  readonly timeMs: number;
  /** Iterations of the event loop. */
  readonly maxIterations: number;
  /** Events of the trace. */
  readonly maxEvents: number;
  /** Characters printed. */
  readonly maxOutput: number;
};

/** The limits of a run unless others are given. */
export const defaultLimits: SandboxLimits = {
  timeMs: 1000,
  maxIterations: 10_000,
  maxEvents: 100_000,
  maxOutput: 100_000,
};

/** The same for Python. Its first run on a slow phone, observed line by line, takes more than a second. */
export const pythonLimits: SandboxLimits = { ...defaultLimits, timeMs: 4000 };

/** Returns an outcome with the limit that the run reached, if it reached one; the worker may have left it out. */
export function addLimitSize(outcome: Outcome, limits: SandboxLimits): Outcome {
  if (outcome.kind !== 'stopped') return outcome;
  // The reader and a question have no size, and memory is not the sandbox's to limit.
  if (outcome.limit === 'reader' || outcome.limit === 'input' || outcome.limit === 'memory') return outcome;
  const { timeMs, maxIterations, maxEvents, maxOutput } = limits;
  const most = { time: timeMs / 1000, iterations: maxIterations, events: maxEvents, output: maxOutput }[outcome.limit];
  return { ...outcome, most };
}

/**
 * The worker sends this many events one by one, so that nearly all events of a short run are there even if the worker has to be
 * ended.
 */
export const singleEvents = 1000;

/** After that, it sends this many at a time. */
export const eventsInBatch = 50;

/**
 * Limits that no honest program comes near. They are enforced outside the worker, where a program cannot reach them. Each comment
 * names who enforces it.
 */
export const guards = {
  /** Page: characters of a program. */
  sourceLength: 200_000,
  /** Page: time that the compiler gets for a program, in milliseconds, once it is loaded. */
  compileMs: 4000,
  /** Page: time that TypeScript gets for a request of the editor, in milliseconds; the first request also loads the libraries. */
  helpMs: 20_000,
  /** Frame: time from the program's start until the worker is ended, beyond the program's own time limit. */
  workerGraceMs: 100,
  /** Frame: time that a worker gets until the program starts, in which Python compiles its modules on a slow phone. */
  startMs: { typescript: 10_000, python: 120_000 },
  /** Frame: characters of one message of the worker. */
  messageLength: 1_000_000,
  /** Frame: characters of all messages of a run. */
  totalLength: 24_000_000,
  /** Page: time that a worker waits for a program before it is ended, in milliseconds. */
  readyMs: 180_000,
  /** Page: time that the frame gets to load and say so. */
  frameLoadMs: 15_000,
  /** Page: after this time it asks whether the frame's page can be fetched at all. */
  frameDoubtMs: 1500,
  /** Page: time that the frame gets to say that it has a program. */
  frameAnswerMs: 3000,
  /** Page: time that the frame gets to answer, beyond its own deadlines; then the page removes it. */
  frameGraceMs: 900,
  /** Page: characters of one printed line with the note about a cut, of a deadlock's tree or a traceback, and of any other text. */
  lineLength: 10_100,
  treeLength: 20_000,
  labelLength: 500,
} as const;

/** How many messages a worker may send for a run with this many events; the frame counts. */
export function countMessages(maxEvents: number): number {
  const beforeAndAfter = 8;
  return singleEvents + Math.ceil(maxEvents / eventsInBatch) + beforeAndAfter;
}

/** How many bytes a Python program may write to files and pipes in total; they are not in Python's memory. */
export const fileBytes: number = 32 * 1024 * 1024;

/**
 * How much memory a program may use, in bytes. A Python program that asks for more gets a MemoryError; a TypeScript program whose variables
 * hold more is stopped.
 */
export const memoryBytes: number = 256 * 1024 * 1024;

/**
 * How much memory a TypeScript program gets in Node, in megabytes, with the compiler that is in its thread. It ends programs whose
 * memory no variable shows.
 */
export const threadMegabytes = 1024;
