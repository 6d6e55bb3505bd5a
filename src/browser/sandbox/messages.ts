import { type FailureCause, isFailureCause } from '../../engine/run/failure.ts';
import type { SandboxLimits } from '../../engine/run/limits.ts';

/** A request from the page to the frame, with a port for the answers: run one program. It replaces the run before. */
export type FrameRequest = {
  /** What the frame's worker needs to run the program. The frame does not look at it. */
  readonly program: unknown;
  readonly limits: SandboxLimits;
  /** Files that the frame keeps for all its runs; sent with the first. */
  readonly files?: Readonly<Record<string, Blob>> | undefined;
};

/** A message from the page to the frame between runs: prepare a worker for the next run, or end it. */
export const spareRequests = { prepare: 'prepare', release: 'release' } as const;

export type SpareRequest = (typeof spareRequests)[keyof typeof spareRequests];

/** A message from the page on the port of a run: end the run. */
export const stopRequest = 'stop';

/** Why a run ended, as reported by the frame. `text` is the worker's own description of the ending, as JSON. */
export type RunEnding =
  | { readonly how: 'done'; readonly text: string }
  | { readonly how: 'time' }
  | { readonly how: 'output' }
  | { readonly how: 'reader' }
  /** The program brought down the engine or worker that ran it; `message` is the engine's. */
  | { readonly how: 'crashed'; readonly message: string }
  /** The program could not be started. `message` says why, in the engine's words or ours. The frame cannot be used again. */
  | { readonly how: 'broken'; readonly cause: FailureCause; readonly message: string };

/** A message from the frame on the port of a run. Its texts are JSON written by the worker, and so possibly by the program. */
export type FrameMessage =
  | { readonly kind: 'accepted' }
  /** The program begins; `runtime` names what runs it. */
  | { readonly kind: 'started'; readonly runtime: string }
  /** New events: each text is a JSON array. */
  | { readonly kind: 'events'; readonly texts: readonly string[] }
  | { readonly kind: 'ended'; readonly ending: RunEnding };

/** The first character of a worker's message gives its kind. */
export const workerSigns = { started: 's', events: 'e', done: 'd' } as const;

/** Returns a value as a message of the frame, or undefined if it is not one: the frame's process may have been taken over. */
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
