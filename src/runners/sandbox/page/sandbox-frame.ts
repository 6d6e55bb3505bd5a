import { guards, type SandboxLimits } from '../limits.ts';
import { type FrameMessage, type FrameRequest, parseFrameMessage, type RunEnding, stopRequest } from '../messages.ts';
import { SandboxUnavailable } from './sandbox-unavailable.ts';

/** What a run in the frame came to. */
export type FrameRun = {
  readonly runtime: string | undefined;
  readonly texts: readonly string[];
  readonly ending: RunEnding;
};

/**
 * The frame in which programs run, as the page sees it: an origin of its own, scripts and nothing else.
 *
 * The frame holds the deadlines; the page holds its own behind each of them, and removes a frame that does not answer.
 */
export class SandboxFrame {
  readonly #element: HTMLIFrameElement;
  readonly #startMs: number;
  #hasFiles = false;

  private constructor(element: HTMLIFrameElement, startMs: number) {
    this.#element = element;
    this.#startMs = startMs;
  }

  /** Adds the frame to the page and waits until its document is there. */
  static open(url: string, startMs: number): Promise<SandboxFrame> {
    const element = document.createElement('iframe');
    element.setAttribute('sandbox', 'allow-scripts');
    element.referrerPolicy = 'no-referrer';
    element.title = 'Programs run here';
    element.hidden = true;
    element.src = url;
    const opened = new Promise<SandboxFrame>((resolve) => {
      element.addEventListener('load', () => resolve(new SandboxFrame(element, startMs)), { once: true });
      setTimeout(() => resolve(new SandboxFrame(element, startMs)), guards.frameLoadMs);
    });
    document.body.append(element);
    return opened;
  }

  /** Whether the frame is still part of the page. */
  get isOpen(): boolean {
    return this.#element.isConnected;
  }

  /** Whether a run has brought the files that the frame keeps. */
  get hasFiles(): boolean {
    return this.#hasFiles;
  }

  remove(): void {
    this.#element.remove();
  }

  /**
   * Runs one program. After an ending of which the frame is not known to be whole, it is removed.
   *
   * @throws {SandboxUnavailable} if the frame is not what it should be
   */
  run(
    program: unknown,
    limits: SandboxLimits,
    options: { readonly files?: FrameRequest['files']; readonly signal: AbortSignal; readonly onStarted: () => void },
  ): Promise<FrameRun> {
    const { files, signal, onStarted } = options;
    const { port1: port, port2 } = new MessageChannel();
    const texts: string[] = [];
    let runtime: string | undefined;
    return new Promise<FrameRun>((resolve, reject) => {
      const listening = new AbortController();
      let timer: ReturnType<typeof setTimeout>;
      const settle = (act: () => void): void => {
        listening.abort();
        clearTimeout(timer);
        port.close();
        act();
      };
      const end = (ending: RunEnding): void => {
        settle(() => {
          if (ending.how === 'broken') this.remove();
          resolve({ runtime, texts, ending });
        });
      };
      const expect = (milliseconds: number, otherwise: () => void): void => {
        clearTimeout(timer);
        timer = setTimeout(otherwise, milliseconds);
      };
      const giveUp = (ending: RunEnding): void => {
        this.remove();
        end(ending);
      };
      const hear = (message: FrameMessage): void => {
        switch (message.kind) {
          case 'accepted':
            if (!signal.aborted)
              expect(this.#startMs + guards.frameGraceMs, () =>
                giveUp({ how: 'broken', message: 'The program did not start.' }),
              );
            break;
          case 'started':
            runtime = message.runtime;
            if (!signal.aborted)
              expect(limits.timeMs + guards.workerGraceMs + guards.frameGraceMs, () => giveUp({ how: 'time' }));
            onStarted();
            break;
          case 'events':
            texts.push(...message.texts);
            break;
          case 'ended':
            end(message.ending);
        }
      };
      port.onmessage = ({ data }) => {
        const message = parseFrameMessage(data);
        if (message === undefined)
          giveUp({ how: 'broken', message: 'The sandbox said something else than a run does.' });
        else hear(message);
      };
      const stop = (): void => {
        port.postMessage(stopRequest);
        expect(guards.frameGraceMs, () => giveUp({ how: 'reader' }));
      };
      signal.addEventListener('abort', stop, { signal: listening.signal });
      expect(guards.frameAnswerMs, () => {
        this.remove();
        settle(() => {
          reject(new SandboxUnavailable('the sandbox', 'its page did not answer'));
        });
      });
      this.#hasFiles ||= files !== undefined;
      // An opaque origin cannot be named; what is sent is the reader's own program.
      const request: FrameRequest = { program, limits, ...(files === undefined ? {} : { files }) };
      this.#element.contentWindow?.postMessage(request, '*', [port2, ...Object.values(files ?? {})]);
      if (signal.aborted) stop();
    });
  }
}
