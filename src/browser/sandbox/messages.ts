import { type FailureCause, isFailureCause } from '../../engine/run/failure.ts';
import type { SandboxLimits } from '../../engine/run/limits.ts';

/** What the page hands to the frame, with a port for the answers: one program to run. A request replaces the run before. */
export type FrameRequest = {
  /** What the frame's worker needs to run the program; the frame looks at none of it. */
  readonly program: unknown;
  readonly limits: SandboxLimits;
  /** Files that the frame keeps for all its runs; given with the first. */
  readonly files?: Readonly<Record<string, Blob>> | undefined;
};

/** What the page says to the frame between runs: get a worker ready for the next one, or let go of it. */
export const spareRequests = { prepare: 'prepare', release: 'release' } as const;

export type SpareRequest = (typeof spareRequests)[keyof typeof spareRequests];

/** What the page says on the port of a run: end it. */
export const stopRequest = 'stop';

/** Why a run is over, as the frame tells it. `text` is the worker's own word for the ending, as JSON. */
export type RunEnding =
  | { readonly how: 'done'; readonly text: string }
  | { readonly how: 'time' }
  | { readonly how: 'output' }
  | { readonly how: 'reader' }
  /** The program brought down what ran it; `message` is the engine's. */
  | { readonly how: 'crashed'; readonly message: string }
  /** The program could not be started; `message` is what was found, in the engine's words or ours. The frame is of no more use. */
  | { readonly how: 'broken'; readonly cause: FailureCause; readonly message: string };

/** What the frame tells on the port of a run. Texts are JSON made by the worker, and so by the program if it likes. */
export type FrameMessage =
  | { readonly kind: 'accepted' }
  /** The program begins; `runtime` is what runs it. */
  | { readonly kind: 'started'; readonly runtime: string }
  /** Events so far: each text is a JSON array. */
  | { readonly kind: 'events'; readonly texts: readonly string[] }
  | { readonly kind: 'ended'; readonly ending: RunEnding };

/** The first character of a worker's message says what the rest is. */
export const workerSigns = { started: 's', events: 'e', done: 'd' } as const;

/** Returns a message of the frame as such, or undefined for anything else: the frame's process may have been taken over. */
export function parseFrameMessage(value: unknown): FrameMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, runtime, texts, ending } = value as Readonly<Record<string, unknown>>;
  switch (kind) {
    case 'accepted':
      return { kind };
    case 'started':
      return typeof runtime === 'string' ? { kind, runtime: runtime.slice(0, 100) } : undefined;
    case 'events':
      return Array.isArray(texts) && texts.every((text) => typeof text === 'string') ? { kind, texts } : undefined;
    case 'ended': {
      const parsed = parseEnding(ending);
      return parsed && { kind, ending: parsed };
    }
    default:
      return undefined;
  }
}

function parseEnding(value: unknown): RunEnding | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { how, text, message, cause } = value as Readonly<Record<string, unknown>>;
  switch (how) {
    case 'done':
      return typeof text === 'string' ? { how, text } : undefined;
    case 'crashed':
      return typeof message === 'string' ? { how, message } : undefined;
    case 'broken':
      return typeof message === 'string' && isFailureCause(cause) ? { how, cause, message } : undefined;
    case 'time':
    case 'output':
    case 'reader':
      return { how };
    default:
      return undefined;
  }
}
