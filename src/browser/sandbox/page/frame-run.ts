import type { FailureCause } from '../../../engine/run/failure.ts';
import { guards, type SandboxLimits } from '../../../engine/run/limits.ts';
import { toPlainText } from './plain-text.ts';
import { type FrameMessage, parseFrameMessage, type RunEnding, stopRequest } from '../messages.ts';
import { type Needed, SandboxUnavailable } from '../../../engine/run/sandbox-unavailable.ts';

/** The result of a run in the frame. Texts are JSON arrays of events. */
export type FrameResult = {
  readonly runtime: string | undefined;
  readonly texts: readonly string[];
  readonly ending: Exclude<RunEnding, { readonly how: 'broken' }>;
};

/** What waiting for a run in the frame needs. */
export type FrameRunOptions = {
  readonly what: Needed;
  readonly limits: SandboxLimits;
  /** Time the frame gives a worker to start, in milliseconds. */
  readonly startMs: number;
  readonly signal: AbortSignal;
  readonly onStarted: () => void;
};

/**
 * One run, as the page follows it on its port.
 *
 *   asked ──"accepted"──▶ accepted ──"started"──▶ running ──"ended"──▶ over
 *
 * The frame has a deadline for each state. The page has a later one, for a frame that no longer answers.
 */
export class FrameRun {
  /** The run's result. @throws {SandboxUnavailable} if the frame did not run the program at all */
  readonly result: Promise<FrameResult>;
  readonly #port: MessagePort;
  readonly #options: FrameRunOptions;
  readonly #over = new AbortController();
  readonly #texts: string[] = [];
  #lengthLeft: number = guards.totalLength;
  #runtime: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #resolve: (result: FrameResult) => void = () => undefined;
  #reject: (error: SandboxUnavailable) => void = () => undefined;
  #isFrameWhole = true;

  /** Must be called before the program is sent to the frame with the other end of the port. */
  constructor(port: MessagePort, options: FrameRunOptions) {
    this.#port = port;
    this.#options = options;
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    port.onmessage = ({ data }) => {
      const message = parseFrameMessage(data);
      if (message === undefined) this.#fail('frame', 'its frame answered something else than a run does');
      else this.#hear(message);
    };
    options.signal.addEventListener('abort', () => this.#stop(), { signal: this.#over.signal });
    this.#expectWithin(guards.frameAnswerMs, () => this.#fail('frame', 'its frame did not answer'));
    if (options.signal.aborted) this.#stop();
  }

  /** Whether the frame can be used again after the run. */
  get isFrameWhole(): boolean {
    return this.#isFrameWhole;
  }

  #hear(message: FrameMessage): void {
    const { limits, startMs, onStarted } = this.#options;
    switch (message.kind) {
      case 'accepted':
        this.#expectWithin(startMs + guards.frameGraceMs, () =>
          this.#fail('slow', 'its frame did not say that it started'),
        );
        break;
      case 'started':
        this.#runtime = message.runtime;
        this.#expectWithin(limits.timeMs + guards.workerGraceMs + guards.frameGraceMs, () => this.#giveUp('time'));
        onStarted();
        break;
      case 'events':
        this.#texts.push(...message.texts);
        for (const { length } of message.texts) this.#lengthLeft -= length;
        if (this.#lengthLeft < 0) this.#giveUp('output');
        break;
      case 'ended':
        if (message.ending.how === 'broken') this.#fail(message.ending.cause, message.ending.message);
        else this.#end(message.ending);
    }
  }

  #stop(): void {
    this.#port.postMessage(stopRequest);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#giveUp('reader'), guards.frameGraceMs);
  }

  /** Sets the deadline of the next state. Once Stop is pressed, the deadline for stopping stays. */
  #expectWithin(milliseconds: number, otherwise: () => void): void {
    if (this.#options.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(otherwise, milliseconds);
  }

  #giveUp(how: 'time' | 'output' | 'reader'): void {
    this.#isFrameWhole = false;
    this.#end({ how });
  }

  #fail(blame: FailureCause, found: string): void {
    this.#isFrameWhole = false;
    this.#close();
    this.#reject(new SandboxUnavailable(this.#options.what, blame, toPlainText(found, guards.labelLength)));
  }

  #end(ending: FrameResult['ending']): void {
    this.#close();
    this.#resolve({ runtime: this.#runtime, texts: this.#texts, ending });
  }

  #close(): void {
    this.#over.abort();
    clearTimeout(this.#timer);
    this.#port.close();
  }
}
