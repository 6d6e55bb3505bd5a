import { Worker } from 'node:worker_threads';

/** The share of a request's time after which the program's own probes stop it. The rest of the time lets its record arrive. */
export const shareForProgram = 0.8;

/** What a thread says about a request: parts while it works, so that they are there if it has to be ended, and then its answer. */
export type ThreadMessage<Part, Answer> = { readonly part: Part } | { readonly answer: Answer };

/**
 * The result of a request: the thread's answer, or none within its time, or none because its memory was full, or the end of the
 * thread with the error that ended it.
 * `parts` is what the thread said before that, and `greeting` is its first message.
 */
export type ThreadReply<Part, Answer, Greeting> = { readonly greeting: Greeting; readonly parts: readonly Part[] } & (
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'overdue' }
  | { readonly kind: 'full' }
  | { readonly kind: 'ended'; readonly error: Error }
);

/** A thread that runs programs, one after another. */
export type ProgramThread<Request, Part, Answer, Greeting> = {
  /**
   * Sends a request after those before it are answered. If the thread did not answer, the next request gets a new thread.
   *
   * @throws Error if the thread cannot start, or is closed
   */
  ask(request: Request): Promise<ThreadReply<Part, Answer, Greeting>>;
  /** Waits for the current requests, then ends the thread; later requests are refused. */
  close(): Promise<void>;
};

/**
 * Makes a thread that starts with its first request. Its file posts one message when it is ready, and time counts from there. For
 * each message it gets, it posts parts, as many as it likes, and one answer.
 *
 * @param options `file` of the thread; `deadlineMs`, the time that a request gets; `megabytes`, the memory that the thread gets,
 * unlimited unless given
 */
export function startProgramThread<Request, Part, Answer, Greeting>({
  file,
  deadlineMs,
  megabytes,
}: {
  readonly file: URL;
  readonly deadlineMs: number;
  readonly megabytes?: number;
}): ProgramThread<Request, Part, Answer, Greeting> {
  let thread: Promise<Opened<Greeting>> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const end = async (): Promise<void> => {
    const ending = thread;
    thread = undefined;
    await (await ending)?.worker.terminate();
  };

  const openThread = (): Promise<Opened<Greeting>> => {
    const opening = openWorker<Greeting>(file, megabytes, () => {
      // The old thread may end late, when the next one has replaced it.
      if (thread === opening) thread = undefined;
    });
    return opening;
  };

  const askNow = async (request: Request): Promise<ThreadReply<Part, Answer, Greeting>> => {
    if (isClosed) throw new Error(`Expected an open thread for a program, but it is closed (${file.href}).`);
    thread ??= openThread();
    const reply = await askWorker<Part, Answer, Greeting>(await thread, request, { deadlineMs, megabytes });
    if (reply.kind !== 'answered') await end();
    return reply;
  };

  return {
    ask(request) {
      const reply = last.then(() => askNow(request));
      last = reply.catch(() => undefined);
      return reply;
    },
    async close() {
      isClosed = true;
      await last;
      await end();
    },
  };
}

type Opened<Greeting> = { readonly worker: Worker; readonly greeting: Greeting };

/**
 * Waits for the thread's first message.
 *
 * @param onEnd called when the thread ends, for example by an error between two requests, when nothing else is running
 */
async function openWorker<Greeting>(
  file: URL,
  megabytes: number | undefined,
  onEnd: () => void,
): Promise<Opened<Greeting>> {
  const worker = new Worker(
    file,
    megabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: megabytes * heapHeadroom } },
  );
  worker.on('error', onEnd).on('exit', onEnd);
  const greeting = await new Promise<Greeting>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(endedByExit(code));
    });
  });
  // An idle thread does not keep a finished command alive.
  worker.unref();
  return { worker, greeting };
}

function askWorker<Part, Answer, Greeting>(
  { worker, greeting }: Opened<Greeting>,
  request: unknown,
  { deadlineMs, megabytes }: { readonly deadlineMs: number; readonly megabytes: number | undefined },
): Promise<ThreadReply<Part, Answer, Greeting>> {
  const parts: Part[] = [];
  const known = { greeting, parts };
  return new Promise((resolve) => {
    const settle = (reply: ThreadReply<Part, Answer, Greeting>): void => {
      clearTimeout(timer);
      endWatch();
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(reply);
    };
    const onMessage = (message: ThreadMessage<Part, Answer>): void => {
      if ('part' in message) parts.push(message.part);
      else settle({ ...known, kind: 'answered', answer: message.answer });
    };
    let fault: Error | undefined;
    // Node tells the error before the thread's last messages, and its exit after them.
    const onError = (error: unknown): void => {
      fault = error instanceof Error ? error : new Error(String(error));
    };
    const onExit = (code: number): void => {
      const isFull = (fault as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(isFull ? { ...known, kind: 'full' } : { ...known, kind: 'ended', error: fault ?? endedByExit(code) });
    };
    const timer = setTimeout(() => {
      settle({ ...known, kind: 'overdue' });
    }, deadlineMs);
    const endWatch = watchMemory(worker, megabytes, () => {
      settle({ ...known, kind: 'full' });
    });
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(request);
  });
}

function endedByExit(code: number): Error {
  return new Error(`Expected the program's thread to stay alive, but it ended with code ${code}.`);
}

/** How often a thread's memory is measured, in milliseconds; a program fills some 50 MB in that time. */
const measureMs = 20;

/**
 * V8 gets more than the limit. It collects garbage only when half of what it has is full; and a thread that comes to the end of it
 * inside of native code ends the process, so a thread is ended before that.
 */
const heapHeadroom = 1.6;

/** Calls `onFull` when the thread's values and buffers take more than this. V8's own limit does not count buffers. */
function watchMemory(worker: Worker, megabytes: number | undefined, onFull: () => void): () => void {
  if (megabytes === undefined) return () => undefined;
  let isMeasuring = false;
  const measure = async (): Promise<void> => {
    isMeasuring = true;
    const { used_heap_size: values, external_memory: buffers } = await worker.getHeapStatistics();
    isMeasuring = false;
    if (values + buffers > megabytes * 1024 * 1024) onFull();
  };
  const timer = setInterval(() => {
    // A thread that has ended cannot be measured, and needs no limit.
    if (!isMeasuring) measure().catch(() => undefined);
  }, measureMs);
  return () => {
    clearInterval(timer);
  };
}
