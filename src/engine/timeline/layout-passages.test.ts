import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nestedYieldFrom } from '../trace/fixtures/nested-yield-from.ts';
import { runningAverage } from '../trace/fixtures/running-average.ts';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { writeFrameTrace } from '../trace/fixtures/write-frame-trace.ts';
import { drawTimeline } from './draw-timeline.ts';
import type { Trace } from '../trace/event/events.ts';
import { layoutTimeline } from './layout-timeline.ts';
import { openRun } from '../trace/open-run.ts';

const anyFrameTrace = fc.array(fc.nat({ max: 99 }), { maxLength: 40, size: 'max' }).map(writeFrameTrace);
const tell = (trace: Trace): string[] =>
  layoutTimeline(openRun(trace)).passages.map(
    ({ kind, text, y1, y2 }) => `${y1 < y2 ? 'down' : 'up'} ${kind}: ${text}`,
  );

describe('what passes between frames', () => {
  it('is drawn with its value, into a frame and out of it', () => {
    expect(tell(runningAverage)).toMatchInlineSnapshot(`
      [
        "down next: next()",
        "up yield: yield None",
        "down send: send(10)",
        "up yield: yield 10.0",
        "down throw: throw(ValueError)",
        "up yield: yield 5.0",
        "down close: close()",
        "up close: raise GeneratorExit",
      ]
    `);
  });

  it('skips a frame that delegates', () => {
    expect(tell(nestedYieldFrom)).toMatchInlineSnapshot(`
      [
        "down next: next()",
        "down next: next()",
        "up yield: yield 'a'",
        "down send: send('b')",
        "up return: return 'b'",
        "up yield: yield 'b'",
      ]
    `);
  });

  it('is nothing if tasks are drawn', () => {
    expect(layoutTimeline(openRun(twoSleeps)).passages).toEqual([]);
  });

  it('has an arrow wherever control goes to another frame, and room for its words before the next', () => {
    fc.assert(
      fc.property(anyFrameTrace, (trace) => {
        const { passages, columns, height } = layoutTimeline(openRun(trace));
        for (const [index, { step, x, width, holder }] of columns.entries()) {
          const before = columns[index - 1];
          const own = passages.filter((passage) => passage.step === step);
          if (before) expect(own).toHaveLength(before.holder === holder ? 0 : 1);
          for (const { text, label, y1, y2 } of own) {
            expect(label.x + text.length * 6.6).toBeLessThanOrEqual(x + width);
            expect(Math.min(y1, y2, label.y - 9)).toBeGreaterThanOrEqual(0);
            expect(Math.max(y1, y2, label.y)).toBeLessThanOrEqual(height);
          }
        }
      }),
    );
  });

  it('differs in more than its color', () => {
    const svg = drawTimeline(layoutTimeline(openRun(runningAverage)), 'run');
    expect(svg).toMatch(/<text class="passage send" [^>]*>send\(10\)<\/text>/);
    expect(svg).toMatch(/<path class="passage yield" /);
  });
});
