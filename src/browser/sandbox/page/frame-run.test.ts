import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultLimits, guards } from '../../../engine/run/limits.ts';
import { FrameRun } from './frame-run.ts';

const startMs = 5000;
const runningMs = defaultLimits.timeMs + guards.workerGraceMs + guards.frameGraceMs;

function follow(): {
  readonly run: FrameRun;
  readonly said: unknown[];
  readonly stop: AbortController;
  readonly hear: (...messages: readonly unknown[]) => void;
} {
  const said: unknown[] = [];
  const stop = new AbortController();
  const port = {
    onmessage: undefined as ((event: { data: unknown }) => void) | undefined,
    postMessage: (message: unknown) => said.push(message),
    close: () => undefined,
  };
  const options = {
    what: 'Python' as const,
    limits: defaultLimits,
    startMs,
    signal: stop.signal,
    onStarted: () => said.push('started'),
  };
  const run = new FrameRun(port as unknown as MessagePort, options);
  run.result.catch(() => undefined);
  const hear = (...messages: readonly unknown[]): void => {
    for (const data of messages) port.onmessage?.({ data });
  };
  return { run, said, stop, hear };
}

const accepted = { kind: 'accepted' };
const started = { kind: 'started', runtime: 'engine 1' };
const events = { kind: 'events', texts: ['[1]', '[2]'] };

describe('FrameRun', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('collects what the frame reports until the end', async () => {
    const { run, said, hear } = follow();
    hear(accepted, started, events, events, { kind: 'ended', ending: { how: 'done', text: '{}' } });
    const texts = ['[1]', '[2]', '[1]', '[2]'];
    await expect(run.result).resolves.toEqual({ runtime: 'engine 1', texts, ending: { how: 'done', text: '{}' } });
    expect(said).toEqual(['started']);
    expect(run.isFrameWhole).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives up a frame that does not answer', async () => {
    const { run } = follow();
    vi.advanceTimersByTime(guards.frameAnswerMs);
    await expect(run.result).rejects.toThrow(
      'Expected Python to start, but its frame did not answer. An extension of the browser may hold it back.',
    );
    expect(run.isFrameWhole).toBe(false);
  });

  it('gives up a frame that starts nothing', async () => {
    const { run, hear } = follow();
    hear(accepted);
    vi.advanceTimersByTime(startMs + guards.frameGraceMs);
    await expect(run.result).rejects.toThrow(
      'but its frame did not say that it started. Close what else keeps the device busy',
    );
  });

  it('gives up a frame that does not end its program, and keeps the events so far', async () => {
    const { run, hear } = follow();
    hear(accepted, started, events);
    vi.advanceTimersByTime(runningMs - 1);
    expect(run.isFrameWhole).toBe(true);
    vi.advanceTimersByTime(1);
    await expect(run.result).resolves.toMatchObject({ texts: ['[1]', '[2]'], ending: { how: 'time' } });
    expect(run.isFrameWhole).toBe(false);
  });

  it('asks the frame to stop, and waits for its last messages', async () => {
    const { run, said, stop, hear } = follow();
    hear(accepted, started);
    stop.abort();
    expect(said).toEqual(['started', 'stop']);
    hear(events, { kind: 'ended', ending: { how: 'reader' } });
    await expect(run.result).resolves.toMatchObject({ texts: ['[1]', '[2]'], ending: { how: 'reader' } });
    expect(run.isFrameWhole).toBe(true);
  });

  it('does not wait long for a frame that was asked to stop, in any state', async () => {
    for (const before of [[], [accepted], [accepted, started]]) {
      const { run, stop, hear } = follow();
      hear(...before);
      stop.abort();
      hear(accepted, started);
      vi.advanceTimersByTime(guards.frameGraceMs);
      await expect(run.result).resolves.toMatchObject({ ending: { how: 'reader' } });
      expect(run.isFrameWhole).toBe(false);
    }
  });

  it('gives up a frame that sends an invalid message', async () => {
    const { run, hear } = follow();
    hear(accepted, { kind: 'evil' });
    await expect(run.result).rejects.toThrow('its frame answered something else than a run does');
  });

  it('gives up a frame that sends more than a run may have', async () => {
    const { run, hear } = follow();
    const text = 'x'.repeat(guards.totalLength / 4);
    hear(accepted, started, { kind: 'events', texts: [text, text, text, text] });
    expect(run.isFrameWhole).toBe(true);
    hear({ kind: 'events', texts: ['x'] });
    await expect(run.result).resolves.toMatchObject({ ending: { how: 'output' } });
    expect(run.isFrameWhole).toBe(false);
  });

  it('says why a program could not be started', async () => {
    const { run, hear } = follow();
    hear(accepted, { kind: 'ended', ending: { how: 'broken', cause: 'memory', message: 'the memory is full' } });
    await expect(run.result).rejects.toThrow(
      'Expected Python to start, but the memory is full. Close other tabs and programs',
    );
  });
});
