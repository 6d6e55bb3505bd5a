import type { Compiled } from '../compile/compile.ts';
import type { Explanation } from '../compile/explain.ts';
import type { SourceError } from '../compile/source-error.ts';
import type { Suggestion, Suggestions } from '../compile/suggest.ts';
import type { Trace } from '../trace/event/events.ts';
import type { CancelRequest } from '../trace/requests/cancel-request.ts';
import type { Chance } from './chance.ts';
import type { SandboxLimits } from './limits.ts';

export type { Explanation, Suggestion, Suggestions };

/** Runs the programs of readers: beside the page, without network, storage or access to the page, and never for long. */
export type Sandbox = {
  /**
   * Runs one program; a run in progress is stopped first.
   *
   * Whatever the program does comes back as a trace up to its end: it finished, failed, deadlocked, or was stopped by a limit or by
   * the reader.
   *
   * @throws {SandboxUnavailable} if programs cannot be run; its message says why and what helps
   */
  run(request: RunRequest, options?: SandboxRunOptions): Promise<RunResult>;
  /** TypeScript's help while a program is written. The first request loads TypeScript. */
  readonly typescript: TypeScriptHelp;
  /**
   * Prepares Python before the next run asks for it, if a program has run in it and the page is visible, because then the reader is
   * working on one. A run that ends by itself does the same. Stop, a hidden page and some idle minutes end the prepared worker.
   */
  keepPythonReady(): void;
  /** Stops the current run and frees all memory; the next run starts from scratch. */
  close(): void;
};

/** Answers about a program; undefined if there is none, because TypeScript could not be loaded or took too long. */
export type TypeScriptHelp = {
  /**
   * Loads TypeScript for a first request or run. The declarations that it checks programs against come with the first request that
   * needs them.
   */
  prepare(): void;
  /** Syntax and type errors, in the order of the text. */
  check(source: string): Promise<readonly SourceError[] | undefined>;
  /** Names that fit at an offset. */
  suggest(source: string, at: number): Promise<Suggestions | undefined>;
  /** What is at an offset; with `name`, one of the names suggested for it. */
  explain(source: string, at: number, name?: string): Promise<Explanation | undefined>;
  /** The program with corrected spaces and indentation. */
  format(source: string): Promise<string | undefined>;
  /** The JavaScript that a program compiles to, without the code that records its run. */
  lower(source: string): Promise<Compiled | undefined>;
};

/** One program. */
export type RunRequest = {
  readonly language: Trace['language'];
  readonly source: string;
  /** Limits that replace `defaultLimits` or `pythonLimits`. */
  readonly limits?: Partial<SandboxLimits>;
  /** The random seed and the start of the clock; new ones unless given. The same value makes the same run again. */
  readonly chance?: Chance;
  /**
   * Python: the lines that the program reads; null after the last one is the end of its input; none unless given. A program that
   * reads more is stopped by `input`, and its last `input` event has the prompt. To continue, run it again with the same `chance`
   * and one line more: the run is the same up to there.
   */
  readonly input?: readonly (string | null)[];
  /** The reader's requests to cancel tasks. With the same `chance` and `input`, the run is the same up to the first of them. */
  readonly cancelRequests?: readonly CancelRequest[];
};

export type SandboxRunOptions = {
  readonly onProgress?: (progress: RunProgress) => void;
  /** Stop: aborting it ends the run at any moment, and the trace so far is the result. */
  readonly signal?: AbortSignal;
};

/** What happens before the program runs, and when it runs. */
export type RunProgress =
  /** TypeScript is loaded, if it is not yet, and compiles the program. */
  | { readonly kind: 'compiling' }
  /** Python is fetched, or read from the browser's offline storage: how many of how many bytes, uncompressed. */
  | {
      readonly kind: 'loading';
      readonly loadedBytes: number;
      readonly totalBytes: number;
      readonly isKept: boolean;
    }
  /** The language gets ready, which takes Python seconds the first time. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'running' };

/** The trace of the run, or why the program cannot be compiled. Errors of Python's own compiler are in the trace. */
export type RunResult =
  | {
      readonly kind: 'ran';
      readonly trace: Trace;
      /** The values that the run got or drew. With them it can be repeated. */
      readonly chance: Chance;
      readonly input: readonly (string | null)[];
    }
  | { readonly kind: 'rejected'; readonly errors: readonly SourceError[] };
