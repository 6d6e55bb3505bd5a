import { describe, expect, it } from 'vitest';
import { requireTrace } from '../../build/typescript/require-trace.ts';
import { openRun, type Run } from '../trace/open-run.ts';
import { describeChanges } from '../trace/words/describe-changes.ts';
import { listFrameTexts } from './frame-list.ts';
import { measureFrames } from './measure-frames.ts';
import { renderCards, renderFrames } from './render-frames.ts';

const run = (source: string): Run => openRun(requireTrace(source));

/** The frames of a step, one on each line: its list, its call, its state, its source line, and its variables. */
function tell(program: Run, step: number): readonly string[] {
  const { stack, suspended } = listFrameTexts(program, step);
  const line = (where: string, frame: (typeof stack)[number]): string => {
    const variables = frame.variables.map(
      ({ name, short, mark, change }) => `${name}=${short}${mark ?? ''}${change === null ? '' : '*'}`,
    );
    const place = frame.line === null ? '' : ` at ${frame.line}`;
    return [`${where}: ${frame.call} ${frame.state}${place}`, ...variables, frame.waits ?? []].flat().join(' | ');
  };
  return [
    ...stack.map((frame) => line('stack', frame)),
    ...suspended.flatMap((chain) => chain.map((frame, at) => line(at === 0 ? 'suspended' : 'above', frame))),
  ];
}

function findStep(program: Run, said: RegExp): number {
  const step = program.steps.find(({ event }) => event.kind === 'output' && said.test(event.text));
  if (step === undefined) throw new Error(`Expected a step that prints ${said}.`);
  return step.number;
}

const fibonacci = run(`function* fibonacci(below: number) {
  let [a, b] = [0, 1];
  while (a < below) {
    yield a;
    [a, b] = [b, a + b];
  }
}

export function main() {
  const numbers = fibonacci(4);
  console.log(numbers.next().value);
  console.log('other things');
  console.log(numbers.next().value);
}`);

describe('the frames of a step', () => {
  it('keep the variables of a suspended generator while its caller continues', () => {
    const kept = 'suspended: fibonacci(below=4) suspended at 4 | below=4 | a=0 | b=1';
    expect(tell(fibonacci, findStep(fibonacci, /^0$/)).filter((line) => line.includes('fibonacci('))).toEqual([kept]);
    const after = tell(fibonacci, findStep(fibonacci, /^other/));
    expect(after.at(-1)).toBe(kept);
    expect(after[0]).toMatch(/^stack: main\(\) running at 12/);
  });

  it('mark what the step has changed, in the card and in words', () => {
    const step = fibonacci.steps.find(({ event }) => event.kind === 'frame-suspended')?.number ?? 0;
    expect(tell(fibonacci, step).at(-1)).toBe('suspended: fibonacci(below=4) suspended at 4 | below=4 | a=0* | b=1*');
    expect(describeChanges(fibonacci, step)).toBe('fibonacci(below=4): a = 0, b = 1.');
    expect(describeChanges(fibonacci, findStep(fibonacci, /^other/))).toBe('');
  });

  it('put a resumed generator back onto the stack above the frame that resumed it', () => {
    const resumed = fibonacci.steps.filter(({ event }) => event.kind === 'frame-resumed').at(-1)?.number ?? 0;
    const [first, second, ...rest] = tell(fibonacci, resumed);
    expect(first).toBe('stack: fibonacci(below=4) running at 4 | below=4 | a=0 | b=1');
    expect(second).toMatch(/^stack: main\(\) calling at 13/);
    expect(rest).toEqual([]);
  });

  it('show that two variables refer to one list, and a change of it at both', () => {
    const shared = run(`function fill(basket: string[]) {
  basket.push('tea');
  console.log('filled');
}

export function main() {
  const order: string[] = [];
  const other: string[] = [];
  console.log('empty');
  fill(order);
  console.log(other.length);
}`);
    const [inner, outer] = tell(shared, findStep(shared, /^filled/));
    const mark = /basket=\['tea'\](@\d+)\*/.exec(inner ?? '')?.[1] ?? 'none';
    expect(inner).toBe(`stack: fill(basket=[]) running at 3 | basket=['tea']${mark}*`);
    expect(outer).toBe(`stack: main() calling at 10 | order=['tea']${mark}* | other=[]`);
  });

  it('show a chain of await as a stack, with what its innermost frame waits for', () => {
    const chain = run(`import { sleep } from '@yieldpoint/scheduler';

async function read(row: number) {
  await sleep(2);
  return row;
}

async function page(row: number) {
  return await read(row);
}

export async function main() {
  console.log(await page(7));
}`);
    const step = chain.steps.find(({ event }) => event.kind === 'clock-jumped')?.number ?? 0;
    expect(tell(chain, step)).toEqual([
      expect.stringMatching(/^stack: event loop iteration \d+$/),
      'suspended: read(row=7) suspended at 4 | row=7 | sleeps until 2 s',
      'above: page(row=7) suspended at 9 | row=7 | awaits read(row=7)',
      'above: main() suspended, task main at 13 | awaits page(row=7)',
    ]);
  });

  it('are none before the first step', () => {
    expect(tell(fibonacci, 0)).toEqual([]);
    expect(renderCards(fibonacci, 0, { name: 'x' })).toEqual({ stack: [], suspended: [] });
  });
});

describe('the frames as HTML', () => {
  it("escape a program's text, and cut long values so that they can be opened", () => {
    const hostile = run(`export function main() {
  const text = '<img src=x onerror=alert(1)>' + 'x'.repeat(90);
  console.log('there');
}`);
    const html = renderFrames(hostile, findStep(hostile, /there/), { name: '"><i>' });
    expect(html).not.toMatch(/<img|"><i>/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toMatch(/<details><summary><code>[^<]{60,90}…<\/code><\/summary><code class="whole">/);
    expect(html).toContain('x'.repeat(90));
  });

  it('render an unchanged card as the same text', () => {
    const [one, other] = ['x', 'x'].map((name, at) =>
      renderCards(fibonacci, findStep(fibonacci, /^0$/) + at, { name }).suspended.map(({ html }) => html),
    );
    expect(one).toEqual(other);
  });

  it('say for styles and tests in which state each frame is', () => {
    const { stack, suspended } = renderCards(fibonacci, findStep(fibonacci, /^other/), { name: 'fibonacci' });
    const statusOf = ({ html }: (typeof stack)[number]): string | undefined => /data-status="(\w+)"/.exec(html)?.[1];
    expect(stack.map(statusOf)).toEqual(['running']);
    expect(suspended.map(statusOf)).toEqual(['suspended']);
  });

  it('link the line of a frame to the listing', () => {
    expect(renderFrames(fibonacci, findStep(fibonacci, /^other/), { name: 'fibonacci' })).toContain(
      '<a href="#fibonacci-typescript-12" data-go-to-line="12">line 12</a>',
    );
  });

  it('do not call a module whose code has run suspended', () => {
    const html = renderFrames(run("const rows = ['tea'];\nexport function main() {\n  console.log(rows[0]);\n}"), 1, {
      name: 'x',
    });
    expect(html).toContain('<p class="heading">Not on the stack</p>');
    expect(html).toMatch(/<b>module<\/b> <span>has run<\/span>/);
    expect(html.toLowerCase()).not.toContain('suspended<');
  });

  it('say how many frames are left out', () => {
    const deep = run(`function down(left: number): number {
  if (left === 0) console.log('bottom');
  return left === 0 ? 0 : down(left - 1);
}
export function main() {
  down(40);
}`);
    const { stack } = renderCards(deep, findStep(deep, /bottom/), { name: 'deep' });
    expect(stack).toHaveLength(25);
    expect(stack.at(-1)?.html).toBe('<li class="more">and 18 more</li>');
    expect(stack[0]?.html).toContain('down(left=0)');
  });
});

describe('the room for the frames', () => {
  it('is that of the tallest step', () => {
    // A heading, the card of a generator with three variables, and that of its caller with one.
    expect(measureFrames(fibonacci).wide).toBe(24 + 10 + 4 * 24 + 10 + 2 * 24);
    expect(measureFrames(fibonacci).narrow).toBeGreaterThan(measureFrames(fibonacci).wide);
  });
});
