import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guards } from '../../../engine/run/limits.ts';
import { ReadyPython } from './ready-python.ts';

describe('ReadyPython', () => {
  let page: EventTarget & { hidden: boolean };
  const asked: boolean[] = [];
  const frame = { isOpen: true, keepReady: (isWanted: boolean) => void asked.push(isWanted) };

  beforeEach(() => {
    vi.useFakeTimers();
    page = Object.assign(new EventTarget(), { hidden: false });
    vi.stubGlobal('document', page);
    frame.isOpen = true;
    asked.length = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('asks for nothing before a program has run', () => {
    new ReadyPython().keep();
    expect(asked).toEqual([]);
  });

  it('has a worker prepared after a run has ended by itself, and at every change of a program', () => {
    const ready = new ReadyPython();
    ready.follow(frame, false);
    ready.keep();
    expect(asked).toEqual([true, true]);
  });

  it('ends the worker when the reader presses Stop, and has a new one prepared when the reader continues', () => {
    const ready = new ReadyPython();
    ready.follow(frame, true);
    expect(asked).toEqual([false]);
    ready.keep();
    expect(asked).toEqual([false, true]);
  });

  it('ends the worker when the page is hidden, and asks for none meanwhile', () => {
    const ready = new ReadyPython();
    ready.follow(frame, false);
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    ready.keep();
    expect(asked).toEqual([true, false]);
  });

  it('ends the worker after some idle minutes', () => {
    const ready = new ReadyPython();
    ready.follow(frame, false);
    vi.advanceTimersByTime(guards.readyMs - 1);
    ready.keep();
    vi.advanceTimersByTime(guards.readyMs - 1);
    expect(asked).toEqual([true, true]);
    vi.advanceTimersByTime(1);
    expect(asked).toEqual([true, true, false]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('sends nothing to a frame that is gone', () => {
    const ready = new ReadyPython();
    frame.isOpen = false;
    ready.follow(frame, false);
    expect(asked).toEqual([]);
  });
});
