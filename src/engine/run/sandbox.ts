import type { Compiled } from '../compile/compile.ts';
import type { Explanation } from '../compile/explain.ts';
import type { SourceError } from '../compile/source-error.ts';
import type { Suggestion, Suggestions } from '../compile/suggest.ts';
import type { Trace } from '../trace/event/events.ts';
import type { CancelRequest } from '../trace/requests/cancel-request.ts';
import type { Chance } from './chance.ts';
import type { SandboxLimits } from './limits.ts';

export type { Explanation, Suggestion, Suggestions };

/** Where the programs of readers run: beside the page, without network, storage or a view of the page, and never for long. */
export type Sandbox = {
  /**
   * Runs one program; a run that is still going on is stopped first.
   *
   * Whatever the program does comes back as a trace, as far as it came: it finished, failed, deadlocked, or was stopped by a
   * limit or by the reader.
   *
   * @throws {SandboxUnavailable} if what runs programs cannot be had; its message says why and what helps
   */
  run(request: RunRequest, options?: SandboxRunOptions): Promise<RunResult>;
  /** What TypeScript knows of a program while it is written. The first question loads TypeScript. */
  readonly typescript: TypeScriptHelp;
  /**
   * Has Python ready before the next run asks for it, if a program has run in it and the page is in sight: the reader is at work on one.
   * A run that ends by itself does the same; Stop, a hidden page and some minutes without use let go of it.
   */
  keepPythonReady(): void;
  /** Stops what runs and frees all memory; the next run begins anew. */
  close(): void;
};

/** Answers about a program; undefined where there is none, because TypeScript could not be loaded or took too long. */
export type TypeScriptHelp = {
  /** Gets TypeScript ready for a first question or run. What it checks programs against comes with the first question that needs it. */
  prepare(): void;
  /** Syntax and type errors, in the order of the text. */
  check(source: string): Promise<readonly SourceError[] | undefined>;
  /** Names that fit at an offset. */
  suggest(source: string, at: number): Promise<Suggestions | undefined>;
  /** What stands at an offset; with `name`, one of the names suggested for it. */
  explain(source: string, at: number, name?: string): Promise<Explanation | undefined>;
  /** The program with spaces and indentation put right. */
  format(source: string): Promise<string | undefined>;
  /** The JavaScript that a program is compiled to, without what records its run. */
  lower(source: string): Promise<Compiled | undefined>;
};

/** One program. */
export type RunRequest = {
  readonly language: Trace['language'];
  readonly source: string;
  /** Other limits than `defaultLimits` or `pythonLimits`. */
  readonly limits?: Partial<SandboxLimits>;
  /** What chance and the clock begin with; drawn anew unless given, so that the same again is the same run. */
  readonly chance?: Chance;
  /**
   * Python: the lines that the program reads, and null after the last for the end of its input; none unless given. A program that reads more
   * is stopped by `input`, and its last `input` event has the prompt. To continue, run it again with the same `chance` and one line more:
   * the run is the same up to there.
   */
  readonly input?: readonly (string | null)[];
  /** What the reader asks to cancel, and when. With the same `chance` and `input`, the run is the same up to the first of them. */
  readonly cancelRequests?: readonly CancelRequest[];
};

export type SandboxRunOptions = {
  readonly onProgress?: (progress: RunProgress) => void;
  /** Stop: aborting it ends the run at whatever moment, and its trace so far is the result. */
  readonly signal?: AbortSignal;
};

/** What comes before the program runs, and when it does. */
export type RunProgress =
  /** TypeScript is loaded, if it is not yet, and compiles the program. */
  | { readonly kind: 'compiling' }
  /** Python is fetched, or read from what the browser keeps for use without a network: how many of how many bytes, unpacked. */
  | {
      readonly kind: 'loading';
      readonly loadedBytes: number;
      readonly totalBytes: number;
      readonly isKept: boolean;
    }
  /** The language gets ready; Python takes seconds the first time. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'running' };

/** The trace of the run, or why the program cannot be compiled. Errors of Python's own compiler are in the trace. */
export type RunResult =
  | {
      readonly kind: 'ran';
      readonly trace: Trace;
      /** What the run was given or drew, with which it can be made again. */
      readonly chance: Chance;
      readonly input: readonly (string | null)[];
    }
  | { readonly kind: 'rejected'; readonly errors: readonly SourceError[] };
