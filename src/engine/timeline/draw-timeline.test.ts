import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeFrameTrace } from '../trace/fixtures/write-frame-trace.ts';
import { writeTaskTrace } from '../trace/fixtures/write-task-trace.ts';
import { failingTask } from '../trace/fixtures/failing-task.ts';
import { runningAverage } from '../trace/fixtures/running-average.ts';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { writeTrace } from '../trace/fixtures/write-trace.ts';
import { drawFigure } from './draw-figure.ts';
import { drawNames } from './draw-names.ts';
import { drawTimeline } from './draw-timeline.ts';
import { layoutTimeline } from './layout-timeline.ts';
import { openRun } from '../trace/open-run.ts';

const anyTaskTrace = fc.array(fc.nat({ max: 249 }), { maxLength: 40, size: 'max' }).map(writeTaskTrace);
const anyFrameTrace = fc.array(fc.nat({ max: 99 }), { maxLength: 40, size: 'max' }).map(writeFrameTrace);

/** Returns what is wrong with markup as XML, or nothing: tags that do not match, attributes without quotes, a bare `<` or `&`. */
function findFaults(markup: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const rest = markup.replaceAll(
    /<(\/?)([a-z]+)((?: [\w:-]+="[^"<&]*(?:&[a-z#0-9]+;[^"<&]*)*")*)(\/?)>/gi,
    (_, close, name, __, empty) => {
      if (close === '/' && open.pop() !== name) faults.push(`</${String(name)}>`);
      else if (close === '' && empty === '') open.push(String(name));
      return '';
    },
  );
  const text = rest.replaceAll(/&(amp|lt|gt|quot|#39);/g, '');
  return [...faults, ...open, ...(/[<>&]/.test(text) ? [text] : [])];
}

describe('drawTimeline', () => {
  it('is well-formed for any run, whatever its tasks are called', () => {
    fc.assert(
      fc.property(fc.oneof(anyTaskTrace, anyFrameTrace), fc.string({ unit: 'binary' }), (trace, title) => {
        const geometry = layoutTimeline(openRun(trace), { title });
        expect(findFaults(drawFigure(geometry, 'run'))).toEqual([]);
      }),
    );
  });

  it('escapes names that contain markup', () => {
    const trace = writeTrace([{ kind: 'task-created', id: 1, name: '<script>"&\u0000', coroutine: 'x', eager: false }]);
    const geometry = layoutTimeline(openRun(trace));
    expect(drawNames(geometry, 'run')).toContain('&lt;script&gt;&quot;&amp;�</text>');
    expect(drawTimeline(geometry, 'run')).not.toContain('<script');
  });

  it('contains no style and no color: those are in the style sheet', () => {
    expect(drawFigure(layoutTimeline(openRun(twoSleeps)), 'run')).not.toMatch(
      /style=|stroke=|#[0-9a-f]{3,6}\b(?!")|fill="(?!url)/,
    );
  });

  it('says what it is and what happens in it', () => {
    const svg = drawTimeline(layoutTimeline(openRun(twoSleeps), { title: 'Two sleeps' }), 'think');
    expect(svg).toContain('role="img" aria-labelledby="think-title think-description"');
    expect(svg).toContain('<title id="think-title">Two sleeps</title>');
    expect(svg).toContain(
      '<desc id="think-description">3 tasks, main, think(5), and think(2): 26 steps in 5 s of virtual time. ' +
        'It prints 4 lines and finishes.</desc>',
    );
  });

  it('reserves its place before there is a style sheet', () => {
    expect(drawTimeline(layoutTimeline(openRun(failingTask)), 'run')).toMatch(
      /viewBox="0 0 266 110" width="266" height="110"/,
    );
  });

  it('lets the reader jump to every step', () => {
    const svg = drawTimeline(layoutTimeline(openRun(twoSleeps)), 'run');
    const steps = new Set([...svg.matchAll(/data-step="(\d+)"/g)].map(([, step]) => Number(step)));
    expect([...steps].sort((a, b) => a - b)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
  });

  it('points the tip of each arrow at the lane it leads to', () => {
    const tips = (svg: string, group: RegExp): readonly (readonly [string, string])[] =>
      [...(group.exec(svg)?.[0] ?? '').matchAll(/d="M[\d.]+ ([\d.]+)(?:V|C.* )([\d.]+)m-3 (-?5)l3 -?5l3 -?5"/g)].map(
        ([, from, to, tip]) => [Number(from) < Number(to) ? 'down' : 'up', tip === '-5' ? 'down' : 'up'],
      );
    const [down, up] = [
      ['down', 'down'],
      ['up', 'up'],
    ];
    expect(tips(drawTimeline(layoutTimeline(openRun(twoSleeps)), 'run'), /<g class="causes.*?<\/g>/)).toEqual([
      ...[down, down, down, down, down, up],
    ]);
    expect(tips(drawTimeline(layoutTimeline(openRun(runningAverage)), 'run'), /<path class="passage.*/)).toEqual([
      ...[down, up, down, up, down, up, down, up],
    ]);
  });

  it('shows each stretch from its first step on', () => {
    const { segments } = layoutTimeline(openRun(twoSleeps));
    const drawn = drawTimeline(layoutTimeline(openRun(twoSleeps)), 'run').matchAll(
      /<rect class="(\w+)" data-step="(\d+)"[^>]*><title>([^<]*)/g,
    );
    expect(Array.from(drawn, ([, state, step, title]) => `${step} ${state} ${title}`).sort()).toEqual(
      segments.map(({ state, from, title }) => `${from} ${state} ${title}`).sort(),
    );
  });

  it('shows few causes and hides many', () => {
    const many = writeTrace(
      Array.from({ length: 14 }, (_, index) => [
        { kind: 'task-created', id: index + 1, name: `t${index}`, coroutine: 't', eager: false } as const,
        { kind: 'task-ready', id: index + 1 } as const,
      ]).flat(),
    );
    expect(drawTimeline(layoutTimeline(openRun(twoSleeps)), 'run')).toContain('<g class="causes few">');
    expect(drawTimeline(layoutTimeline(openRun(many)), 'run')).toContain('<g class="causes many">');
  });

  it('draws a run with one failure exactly as expected', () => {
    expect(
      drawTimeline(layoutTimeline(openRun(failingTask), { size: 'small' }), 'f').replaceAll('><', '>\n<'),
    ).toMatchSnapshot();
  });
});

describe('drawNames', () => {
  it('writes each name at the middle of its lane', () => {
    const geometry = layoutTimeline(openRun(twoSleeps));
    const names = drawNames(geometry, 'run').matchAll(/<text class="name[^"]*" y="([\d.]+)">([^<]*)/g);
    expect(Array.from(names, ([, y, name]) => [name, Number(y)])).toEqual(
      // The base line of 13 pixels is 4.5 below their middle.
      geometry.lanes.map(({ name, y, height }) => [name, y + height / 2 + 4.5]),
    );
  });

  it('is as high as the run beside it and cuts long names', () => {
    const trace = writeTrace([
      { kind: 'task-created', id: 1, name: 'a name that is too long', coroutine: 'x', eager: false },
    ]);
    const geometry = layoutTimeline(openRun(trace));
    expect(drawNames(geometry, 'run')).toContain(`height="${geometry.height}"`);
    expect(drawNames(geometry, 'run')).toContain('>a name that is to…<');
  });
});

describe('drawFigure', () => {
  it('puts the run into a region that scrolls and has a name', () => {
    expect(drawFigure(layoutTimeline(openRun(twoSleeps), { title: 'Two sleeps' }), 'think')).toContain(
      '<div class="timeline-scroll" tabindex="0" role="region" aria-label="Two sleeps">',
    );
  });
});
