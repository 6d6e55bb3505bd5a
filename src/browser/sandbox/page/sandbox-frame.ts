import { guards } from '../../../engine/run/limits.ts';
import { type FrameRequest, type SpareRequest, spareRequests } from '../messages.ts';
import { FrameRun, type FrameResult, type FrameRunOptions } from './frame-run.ts';

/** The frame in which programs run, as the page sees it: an origin of its own, scripts and nothing else. */
export class SandboxFrame {
  readonly #element: HTMLIFrameElement;
  readonly #startMs: number;
  #hasFiles = false;

  private constructor(element: HTMLIFrameElement, startMs: number) {
    this.#element = element;
    this.#startMs = startMs;
  }

  /**
   * Adds the frame to the page and waits until its document is there, or should be.
   *
   * @param startMs time the frame gives a worker to start
   */
  static async open(url: string, startMs: number): Promise<SandboxFrame> {
    const element = document.createElement('iframe');
    // A frame with the attribute goes past service workers. Where only the service worker has the page, it sandboxes it by a header;
    // a page that finds itself with an origin does nothing.
    if (!(await isOnlyKept(url))) element.setAttribute('sandbox', 'allow-scripts');
    element.referrerPolicy = 'no-referrer';
    element.title = 'Programs run here';
    element.hidden = true;
    element.src = url;
    const loaded = new Promise((resolve) => {
      element.addEventListener('load', resolve, { once: true });
      setTimeout(resolve, guards.frameLoadMs);
    });
    document.body.append(element);
    await loaded;
    return new SandboxFrame(element, startMs);
  }

  /** Whether the frame is still part of the page. */
  get isOpen(): boolean {
    return this.#element.isConnected;
  }

  /** Whether a run has brought the files that the frame keeps. */
  get hasFiles(): boolean {
    return this.#hasFiles;
  }

  /** Has a worker ready for the next program, or lets go of it. Does nothing while a program runs. */
  keepReady(isWanted: boolean): void {
    const request: SpareRequest = isWanted ? spareRequests.prepare : spareRequests.release;
    this.#element.contentWindow?.postMessage(request, '*');
  }

  remove(): void {
    this.#element.remove();
  }

  /**
   * Runs one program. A frame that does not do what it should is removed.
   *
   * @throws {SandboxUnavailable} if the frame did not run the program at all
   */
  async run(request: FrameRequest, options: Omit<FrameRunOptions, 'limits' | 'startMs'>): Promise<FrameResult> {
    const { port1, port2 } = new MessageChannel();
    const run = new FrameRun(port1, { ...options, limits: request.limits, startMs: this.#startMs });
    this.#hasFiles ||= request.files !== undefined;
    // An opaque origin cannot be named; what is sent is the reader's own program.
    this.#element.contentWindow?.postMessage(request, '*', [port2]);
    try {
      return await run.result;
    } finally {
      if (!run.isFrameWhole) this.remove();
    }
  }
}

/** Whether there is no network, but a service worker, which answers no HEAD request by itself. */
async function isOnlyKept(url: string): Promise<boolean> {
  if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller === null) return false;
  return fetch(url, { method: 'HEAD' }).then(
    () => false,
    () => true,
  );
}
