import { describe, expect, it } from 'vitest';
import { requireTrace } from '../../build/typescript/require-trace.ts';
import { writeTrace } from '../trace/fixtures/write-trace.ts';
import { openRun, type Run } from '../trace/open-run.ts';
import { findVariable, listExtents, listNamesOn } from './find-variable.ts';
import { renderVariable, tellVariable } from './render-variable.ts';

const run = (source: string): Run => openRun(requireTrace(source));

const source = `let total = 0;

function* count(
  below: number,
) {
  for (let n = 0; n < below; n++) {
    total += n;
    yield n;
  }
}

export function main() {
  const [one, other] = [count(2), count(3)];
  one.next();
  other.next();
  one.next();
  console.log('end', total);
}`;
const lines = source.split('\n');
const program = run(source);
const extents = listExtents(program, lines);
const last = program.steps.find(({ event }) => event.kind === 'output')?.number ?? 0;
const frames = [...program.origins.frames.values()].filter((frame) => frame.function === 'count');

describe('a variable in the listing', () => {
  it('belongs to the function around its line, in any notation, and to the functions around that', () => {
    expect(extents.get(3)).toEqual({ from: 3, to: 10 });
    expect([...listNamesOn(program, extents, 8)].sort()).toEqual(['below', 'n', 'total']);
    expect([...listNamesOn(program, extents, 1)]).toEqual(['total']);
  });

  it('is found in the whole extent of a Python function, including decorators', () => {
    const python = ['@cache', 'def f(', '    a,', '):', '    return a', '', 'def g():', '    pass'];
    const moved = openRun(writeTrace([{ kind: 'frame-created', frame: 1, function: 'f', type: 'function', line: 1 }]));
    expect(listExtents(moved, python).get(1)).toEqual({ from: 1, to: 5 });
  });

  it('belongs to the call that was entered last, or to the one on the stack', () => {
    const [first, second] = frames;
    expect(findVariable(program, program.stateAt(last), extents, 8, 'n')).toBe(second?.frame);
    const resumed = program.steps.filter(({ event }) => event.kind === 'frame-resumed').at(-1)?.number ?? 0;
    expect(findVariable(program, program.stateAt(resumed), extents, 8, 'n')).toBe(first?.frame);
    expect(findVariable(program, program.stateAt(0), extents, 8, 'n')).toBeUndefined();
  });

  it('is that of the inner function if the function around it has one of the same name', () => {
    const nested = `export function main() {
  const name = 'outer';
  function greet() {
    const name = 'inner';
    console.log(name);
  }
  greet();
  console.log(name);
}`;
    const run = openRun(requireTrace(nested));
    const step = run.steps.find(({ event }) => event.kind === 'output')?.number ?? 0;
    const valueOn = (line: number): string | null => {
      const frame = findVariable(run, run.stateAt(step), listExtents(run, nested.split('\n')), line, 'name');
      return tellVariable(run, step, frame ?? 0, 'name').value;
    };
    expect([valueOn(5), valueOn(8)]).toEqual(["'inner'", "'outer'"]);
  });

  it('is shown with its value at the step and every step that set it', () => {
    const story = tellVariable(program, last, frames[0]?.frame ?? 0, 'n');
    expect(story).toMatchObject({ name: 'n', call: 'count(below=2)', value: '1' });
    expect(story.settings.map(({ value }) => value)).toEqual(['0', '1']);
    expect(story.setAt).toBe(story.settings[1]?.step);
    const early = tellVariable(program, story.settings[0]?.step ?? 0, frames[0]?.frame ?? 0, 'n');
    expect([early.value, early.setAt]).toEqual(['0', story.settings[0]?.step]);
  });

  it('links each of those steps, and marks the one whose value it has', () => {
    const { settings } = tellVariable(program, last, frames[0]?.frame ?? 0, 'n');
    const html = renderVariable(program, last, frames[0]?.frame ?? 0, 'n', 'count');
    const [first, second] = settings.map(({ step }) => step);
    expect(html).toContain(`<a href="#count:${first}" data-step="${first}">step ${first}</a> <code>0</code>`);
    expect(html).toContain(
      `<a href="#count:${second}" data-step="${second}" aria-current="true">step ${second}</a> <code>1</code>`,
    );
  });
});
