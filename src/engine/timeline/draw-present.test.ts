import { expect, it } from 'vitest';
import { drawPresent } from './draw-present.ts';

it('the tip of a wait is at the task that is waited for, whether that is below or above', () => {
  const { wait } = drawPresent({
    ties: [
      { kind: 'wait', x: 10, y1: 20, y2: 60 },
      { kind: 'wait', x: 20, y1: 60, y2: 20 },
    ],
    timers: [],
  });
  expect(wait).toBe('M10 20V60M7 56l3 4l3 -4' + 'M20 60V20M17 24l3 -4l3 4');
});

it('a call and a delegation are plain bars, each in a path of its own', () => {
  const { call, delegation, wait } = drawPresent({
    ties: [
      { kind: 'call', x: 10, y1: 20, y2: 60 },
      { kind: 'delegation', x: 15, y1: 60, y2: 90 },
    ],
    timers: [],
  });
  expect([call, delegation, wait]).toEqual(['M10 20V60', 'M15 60V90', '']);
});

it('a timer has a clock at its end only if the run reaches it', () => {
  const { timer, due } = drawPresent({
    ties: [],
    timers: [
      { timer: 1, x1: 10, x2: 50, y: 8, isDue: true },
      { timer: 2, x1: 10, x2: 90, y: 16, isDue: false },
    ],
  });
  expect(timer).toBe('M10 8H50M10 16H90');
  expect(due).toBe('M46 4a4 4 0 1 1 -.1 0zm0 1.5v2.5h2');
});
