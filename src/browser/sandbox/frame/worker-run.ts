import { readReport } from '../../../engine/run/failure.ts';
import { countMessages, guards, type SandboxLimits } from '../../../engine/run/limits.ts';
import { type FrameMessage, type RunEnding, workerSigns } from '../messages.ts';

const forwardMs = 50;

/**
 * One run inside the frame: a worker, its deadline, and the counts of what it sends.
 *
 *   waiting ──start──▶ booting ──"started"──▶ running ──▶ ended
 *
 * Until the worker says "started", only code of the site runs in it. After that, the program itself may have sent any message:
 * texts are counted and measured here, and only the page reads them. Every state can go to "ended" at once.
 */
export class WorkerRun {
  readonly #port: MessagePort;
  readonly #limits: SandboxLimits;
  #worker: Worker | undefined;
  #timer: ReturnType<typeof setTimeout>;
  #deadline = Infinity;
  #hasStarted = false;
  #hasEnded = false;
  #messagesLeft: number;
  #lengthLeft: number = guards.totalLength;
  #texts: string[] = [];
  #forwardedAt = 0;

  constructor(port: MessagePort, limits: SandboxLimits, startMs: number) {
    this.#port = port;
    this.#limits = limits;
    this.#messagesLeft = countMessages(limits.maxEvents);
    this.#timer = setTimeout(() => {
      this.end({ how: 'broken', cause: 'slow', message: `it was not ready within ${startMs / 1000} seconds` });
    }, startMs);
    port.onmessage = () => {
      this.end({ how: 'reader' });
    };
    this.#tell({ kind: 'accepted' });
  }

  /** Whether the run is over, and its worker with it. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Takes over a worker and sends it its program, unless the run was ended meanwhile. */
  start(take: () => Worker, message: unknown): void {
    if (this.#hasEnded) return;
    this.#worker = take();
    this.#worker.onmessage = ({ data }) => {
      this.#hear(data);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      const { message } = event;
      this.end(this.#hasStarted ? { how: 'crashed', message } : { how: 'broken', ...readReport(message) });
    };
    this.#worker.onmessageerror = () => {
      this.end({ how: 'output' });
    };
    this.#worker.postMessage(message);
  }

  /** Ends the worker in any state; a second call does nothing. */
  end(ending: RunEnding): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#forward();
    this.#tell({ kind: 'ended', ending });
    this.#port.close();
  }

  #hear(data: unknown): void {
    if (this.#hasEnded) return;
    this.#messagesLeft--;
    if (typeof data !== 'string' || this.#messagesLeft < 0) {
      this.end({ how: 'output' });
      return;
    }
    this.#lengthLeft -= data.length;
    if (data.length > guards.messageLength || this.#lengthLeft < 0) this.end({ how: 'output' });
    // A flood of messages keeps the timer from firing, so the clock is checked here too.
    else if (performance.now() > this.#deadline) this.end({ how: 'time' });
    else this.#take(data[0], data.slice(1));
  }

  #take(sign: string | undefined, text: string): void {
    switch (sign) {
      case workerSigns.started:
        if (!this.#hasStarted) this.#begin(text);
        break;
      case workerSigns.events:
        this.#texts.push(text);
        if (performance.now() - this.#forwardedAt > forwardMs) this.#forward();
        break;
      case workerSigns.done:
        this.end({ how: 'done', text });
        break;
      default:
        this.end({ how: 'output' });
    }
  }

  #begin(runtime: string): void {
    this.#hasStarted = true;
    clearTimeout(this.#timer);
    const limitMs = this.#limits.timeMs + guards.workerGraceMs;
    this.#deadline = performance.now() + limitMs;
    this.#timer = setTimeout(() => {
      this.end({ how: 'time' });
    }, limitMs);
    this.#tell({ kind: 'started', runtime });
  }

  #forward(): void {
    this.#forwardedAt = performance.now();
    if (this.#texts.length > 0) this.#tell({ kind: 'events', texts: this.#texts });
    this.#texts = [];
  }

  #tell(message: FrameMessage): void {
    this.#port.postMessage(message);
  }
}
