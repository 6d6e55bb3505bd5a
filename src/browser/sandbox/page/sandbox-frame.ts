import { guards } from '../../../engine/run/limits.ts';
import { type FrameRequest, type SpareRequest, spareRequests } from '../messages.ts';
import { askWhy } from './ask-why.ts';
import { FrameRun, type FrameResult, type FrameRunOptions } from './frame-run.ts';
import { SandboxUnavailable } from '../../../engine/run/sandbox-unavailable.ts';

/** The language of a frame, and the time it gives a worker to start. */
type FramePurpose = Pick<FrameRunOptions, 'what' | 'startMs'>;

/** The frame in which programs run, seen from the page. It has an origin of its own, and may run scripts and nothing else. */
export class SandboxFrame {
  readonly #element: HTMLIFrameElement;
  readonly #purpose: FramePurpose;
  #hasFiles = false;

  private constructor(element: HTMLIFrameElement, purpose: FramePurpose) {
    this.#element = element;
    this.#purpose = purpose;
  }

  /** Adds the frame to the page and waits until its document has loaded, or should have. */
  static async open(url: string, purpose: FramePurpose): Promise<SandboxFrame> {
    const element = document.createElement('iframe');
    // A frame with the attribute bypasses service workers. If only the service worker has the page, it sandboxes the page with a
    // header. A page that finds that it has an origin does nothing.
    if (!(await isOnlyKept(url))) element.setAttribute('sandbox', 'allow-scripts');
    element.referrerPolicy = 'no-referrer';
    element.title = 'Programs run here';
    element.hidden = true;
    element.src = url;
    document.body.append(element);
    await whenLoaded(element);
    return new SandboxFrame(element, purpose);
  }

  /** Whether the frame is still in the page. */
  get isOpen(): boolean {
    return this.#element.isConnected;
  }

  /** Whether a run has delivered the files that the frame keeps. */
  get hasFiles(): boolean {
    return this.#hasFiles;
  }

  /** Prepares a worker for the next program, or ends it. Does nothing while a program runs. */
  keepReady(isWanted: boolean): void {
    const request: SpareRequest = isWanted ? spareRequests.prepare : spareRequests.release;
    this.#element.contentWindow?.postMessage(request, '*');
  }

  remove(): void {
    this.#element.remove();
  }

  /**
   * Runs one program. A frame that does not follow the protocol is removed.
   *
   * @throws {SandboxUnavailable} if the frame did not run the program at all
   */
  async run(
    request: FrameRequest,
    options: Omit<FrameRunOptions, 'limits' | keyof FramePurpose>,
  ): Promise<FrameResult> {
    const { port1, port2 } = new MessageChannel();
    const run = new FrameRun(port1, { ...options, ...this.#purpose, limits: request.limits });
    this.#hasFiles ||= request.files !== undefined;
    // An opaque origin has no name to send to; and the message is the reader's own program.
    this.#element.contentWindow?.postMessage(request, '*', [port2]);
    try {
      return await run.result;
    } catch (error) {
      throw await this.#explain(error);
    } finally {
      if (!run.isFrameWhole) this.remove();
    }
  }

  async #explain(error: unknown): Promise<unknown> {
    if (!(error instanceof SandboxUnavailable) || error.blame !== 'frame') return error;
    const blame = await askWhy(this.#element.src, 'frame');
    return blame === 'frame' ? error : new SandboxUnavailable(this.#purpose.what, blame, notThere[blame]);
  }
}

/** Resolves when the frame's document has loaded, should have, or cannot be fetched, of which Firefox and WebKit say nothing. */
function whenLoaded(element: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve) => {
    const doubting = setTimeout(() => {
      void askWhy(element.src, 'frame').then((blame) => {
        if (blame !== 'frame') resolve();
      });
    }, guards.frameDoubtMs);
    const waiting = setTimeout(resolve, guards.frameLoadMs);
    element.addEventListener(
      'load',
      () => {
        clearTimeout(doubting);
        clearTimeout(waiting);
        resolve();
      },
      { once: true },
    );
  });
}

/** What to say if the frame did not fail, but its page could not be loaded. */
const notThere = { network: 'its frame could not be fetched', site: 'the page of its frame is not there' } as const;

/** Whether a service worker answers although there is no network. It does not answer HEAD requests itself. */
async function isOnlyKept(url: string): Promise<boolean> {
  if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller === null) return false;
  return fetch(url, { method: 'HEAD' }).then(
    () => false,
    () => true,
  );
}
