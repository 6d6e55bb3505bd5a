import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countMessages, defaultLimits, guards } from '../../../engine/run/limits.ts';
import type { FrameMessage } from '../messages.ts';
import { WorkerRun } from './worker-run.ts';

/** A worker that does only what the test tells it to do. */
class FakeWorker {
  static last: FakeWorker | undefined;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  readonly got: unknown[] = [];
  isTerminated = false;

  constructor() {
    FakeWorker.last = this;
  }
  postMessage(message: unknown): void {
    this.got.push(message);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  say(...messages: readonly unknown[]): void {
    for (const data of messages) this.onmessage?.({ data });
  }
}

const startMs = 5000;
let told: FrameMessage[];

function startRun(): { run: WorkerRun; worker: FakeWorker; port: { onmessage: (() => void) | null } } {
  const port = { onmessage: null, postMessage: (message: FrameMessage) => told.push(message), close: () => undefined };
  const run = new WorkerRun(port as unknown as MessagePort, defaultLimits, startMs);
  run.start(() => new FakeWorker() as unknown as Worker, 'program');
  return { run, worker: FakeWorker.last as FakeWorker, port };
}

const ending = (): unknown => told.at(-1);
const ended = (how: string, more: object = {}): unknown => ({ kind: 'ended', ending: { how, ...more } });

describe('WorkerRun', () => {
  beforeEach(() => {
    told = [];
    vi.useFakeTimers();
    vi.stubGlobal('Worker', FakeWorker);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('passes on the events and the end of a run', () => {
    const { worker } = startRun();
    expect(worker.got).toEqual(['program']);
    worker.say('sengine 1', 'e[1]', 'e[2]', 'd{}');
    expect(told.filter(({ kind }) => kind !== 'events')).toEqual([
      { kind: 'accepted' },
      { kind: 'started', runtime: 'engine 1' },
      ended('done', { text: '{}' }),
    ]);
    expect(told.flatMap((message) => (message.kind === 'events' ? message.texts : []))).toEqual(['[1]', '[2]']);
    expect(worker.isTerminated).toBe(true);
  });

  it('ends a program that takes too long, and keeps the events so far', () => {
    const { worker } = startRun();
    worker.say('s', 'e[1]');
    vi.advanceTimersByTime(defaultLimits.timeMs + guards.workerGraceMs - 1);
    expect(worker.isTerminated).toBe(false);
    vi.advanceTimersByTime(1);
    expect(worker.isTerminated).toBe(true);
    expect(ending()).toEqual(ended('time'));
    expect(told).toContainEqual({ kind: 'events', texts: ['[1]'] });
  });

  it('ends a program that starves the timer with messages', () => {
    const { worker } = startRun();
    worker.say('s');
    vi.setSystemTime(Date.now() + 60_000);
    vi.spyOn(performance, 'now').mockReturnValue(1e9);
    worker.say('e[1]');
    expect(ending()).toEqual(ended('time'));
    vi.restoreAllMocks();
  });

  it('gives up a worker that does not start', () => {
    const { worker } = startRun();
    vi.advanceTimersByTime(startMs);
    expect(worker.isTerminated).toBe(true);
    expect(ending()).toEqual(ended('broken', { cause: 'slow', message: 'it was not ready within 5 seconds' }));
  });

  it('gives a program no extra time for announcing its start a second time', () => {
    const { worker } = startRun();
    worker.say('s');
    vi.advanceTimersByTime(defaultLimits.timeMs);
    worker.say('s', 's');
    vi.advanceTimersByTime(guards.workerGraceMs);
    expect(ending()).toEqual(ended('time'));
  });

  it('stops a worker that sends too many messages', () => {
    const { worker } = startRun();
    const most = countMessages(defaultLimits.maxEvents);
    worker.say('s', ...Array.from({ length: most - 1 }, () => 'e[]'));
    expect(worker.isTerminated).toBe(false);
    worker.say('e[]');
    expect(ending()).toEqual(ended('output'));
  });

  it.each([
    ['a message that is too long', `e${'x'.repeat(guards.messageLength)}`],
    ['a message without a kind', 'hello'],
    ['an empty message', ''],
    ['a number', 7],
    ['an object', { kind: 'ended' }],
    ['a memory image after the program began', new ArrayBuffer(8)],
  ])('stops a worker that sends %s', (_, message) => {
    const { worker } = startRun();
    worker.say('s', message);
    expect(ending()).toEqual(ended('output'));
  });

  it('stops a worker whose messages together are too long', () => {
    const { worker } = startRun();
    const text = `e${'x'.repeat(guards.messageLength - 1)}`;
    worker.say('s', ...Array.from({ length: guards.totalLength / guards.messageLength - 1 }, () => text));
    expect(worker.isTerminated).toBe(false);
    worker.say(text);
    expect(ending()).toEqual(ended('output'));
  });

  it('accepts only texts from a worker, even before its program begins', () => {
    const { worker } = startRun();
    worker.say(new ArrayBuffer(8));
    expect(ending()).toEqual(ended('output'));
    expect(worker.isTerminated).toBe(true);
  });

  it('distinguishes a program that brings its worker down from a worker that could not start', () => {
    const error = { message: 'Uncaught Error', preventDefault: vi.fn() };
    startRun().worker.onerror?.(error);
    expect(ending()).toEqual(ended('broken', { cause: 'unknown', message: 'the engine of this browser says “Error”' }));
    const { worker } = startRun();
    worker.say('s');
    worker.onerror?.(error);
    expect(ending()).toEqual(ended('crashed', { message: 'Uncaught Error' }));
    expect(error.preventDefault).toHaveBeenCalledTimes(2);
  });

  it('ends once when the page says stop', () => {
    const { run, worker, port } = startRun();
    port.onmessage?.();
    run.end({ how: 'time' });
    worker.say('e[1]');
    expect(told).toEqual([{ kind: 'accepted' }, ended('reader')]);
  });

  it('starts no worker after the end', () => {
    const { run } = startRun();
    run.end({ how: 'reader' });
    FakeWorker.last = undefined;
    run.start(() => new FakeWorker() as unknown as Worker, 'program');
    expect(FakeWorker.last).toBeUndefined();
  });
});
