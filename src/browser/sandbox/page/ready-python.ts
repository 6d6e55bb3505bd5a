import { guards } from '../../../engine/run/limits.ts';
import type { SandboxFrame } from './sandbox-frame.ts';

/** What is used of a frame here. */
type Frame = Pick<SandboxFrame, 'isOpen' | 'keepReady'>;

/**
 * Decides when Python's frame holds a worker ready for the next run, which takes memory: while the reader looks at the page and works with
 * Python, and not before a first program has run.
 */
export class ReadyPython {
  #frame: Frame | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.release();
    });
  }

  /** A run in this frame is over: another may follow, unless the reader has stopped it. */
  follow(frame: Frame, isStopped: boolean): void {
    this.#frame = frame;
    if (isStopped) this.release();
    else this.keep();
  }

  /** Has a worker ready for some minutes from now. */
  keep(): void {
    if (this.#frame?.isOpen !== true || document.hidden) return;
    this.#frame.keepReady(true);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.release(), guards.readyMs);
  }

  /** Lets go of it. */
  release(): void {
    clearTimeout(this.#timer);
    this.#frame?.keepReady(false);
  }
}
