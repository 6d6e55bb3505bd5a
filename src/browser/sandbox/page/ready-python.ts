import { guards } from '../../../engine/run/limits.ts';
import type { SandboxFrame } from './sandbox-frame.ts';

/** The part of a frame that is used here. */
type Frame = Pick<SandboxFrame, 'isOpen' | 'keepReady'>;

/**
 * Decides when Python's frame keeps a worker ready for the next run, which takes memory: only after a first program has run, and
 * while the reader looks at the page and works with Python.
 */
export class ReadyPython {
  #frame: Frame | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.release();
    });
  }

  /** Called when a run in this frame is over. Another one may follow, unless the reader has stopped it. */
  follow(frame: Frame, isStopped: boolean): void {
    this.#frame = frame;
    if (isStopped) this.release();
    else this.keep();
  }

  /** Keeps a worker ready for some minutes from now. */
  keep(): void {
    if (this.#frame?.isOpen !== true || document.hidden) return;
    this.#frame.keepReady(true);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.release(), guards.readyMs);
  }

  /** Ends the worker. */
  release(): void {
    clearTimeout(this.#timer);
    this.#frame?.keepReady(false);
  }
}
