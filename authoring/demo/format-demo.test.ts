import { describe, expect, it } from 'vitest';
import { requireTrace } from '../../src/build/typescript/require-trace.ts';
import type { DemoPair } from '../../src/build/demos/find-pairs.ts';
import type { Trace } from '../../src/engine/trace/event/events.ts';
import { foldSteps, formatDemo } from './format-demo.ts';

const half = (ending: string): DemoPair['python'] => ({
  file: `content/articles/one/waits.${ending}`,
  source: '',
  regions: {},
  fileLines: [3, 4, 5, 6, 7],
});
const demo: DemoPair = {
  id: 'one/waits',
  article: 'one',
  name: 'waits',
  front: { title: 'Waits' },
  typescript: half('ts'),
  python: half('py'),
};

function run(words: string, runtime: string): Trace {
  const trace = requireTrace(
    `import { sleep } from '@yieldpoint/scheduler';\nexport async function main() {\n  await sleep(2);\n  console.log('${words}');\n}\n`,
  );
  return { ...trace, runtime };
}

const ours = run('tea', 'Ours 1');
const theirs = run('tea', 'CPython 3');

it('shows both outputs side by side, the drawn run, and that they do the same', () => {
  const { text, isRight } = formatDemo(demo, ours, theirs, 100);
  expect(isRight).toBe(true);
  expect(text.split('\n').slice(0, 6)).toEqual([
    'Waits  one/waits',
    '',
    'Ours 1       CPython 3',
    '2 s  tea  =  2 s  tea',
    '',
    expect.stringContaining('main'),
  ]);
  expect(text).toContain('▶');
  expect(text.split('\n').at(-1)).toBe('Ours 1 and CPython 3 do the same.');
});

it('marks the lines that differ, and describes the first difference', () => {
  const { text, isRight } = formatDemo(demo, ours, run('milk', 'CPython 3'), 100);
  expect(isRight).toBe(false);
  expect(text).toContain('2 s  tea  ≠  2 s  milk');
  expect(text.split('\n').at(-1)).toBe(
    'content/articles/one/waits.py:6: Expected CPython to do the same, but it does not: Line 1 differs. Ours 1: prints "tea" at 2 s. CPython 3: prints "milk" at 2 s.',
  );
});

it('says where a half raised, instead of what it did not print', () => {
  const failed: Trace = {
    ...theirs,
    events: [],
    outcome: { kind: 'failed', error: { name: 'ValueError', message: 'no\nmilk', line: 2 } },
  };
  expect(formatDemo(demo, ours, failed, 100).text.split('\n').at(-1)).toBe(
    'content/articles/one/waits.py:4: Expected the program to run to its end, as the TypeScript half does, but it raised ValueError: no.',
  );
});

it('puts one output below the other if the terminal is narrow', () => {
  const { text } = formatDemo(demo, ours, run('milk', 'CPython 3'), 20);
  expect(text).toContain('Ours 1\n≠ 2 s  tea\n\nCPython 3\n≠ 2 s  milk\n');
});

it('accepts a stated difference, and refuses one that is stated but does not exist', () => {
  const stated = { ...demo, front: { ...demo.front, parityException: 'the words differ' } };
  const right = formatDemo(stated, ours, run('milk', 'CPython 3'), 100);
  expect([right.isRight, right.text.split('\n').at(-1)]).toEqual([true, 'As the front block says: the words differ']);
  const wrong = formatDemo(stated, ours, theirs, 100);
  expect([wrong.isRight, wrong.text.split('\n').at(-1)]).toEqual([
    false,
    'The front block says that they differ: the words differ',
  ]);
});

it('colors signs and verdicts, and no text of the program', () => {
  const { text } = formatDemo(
    demo,
    run('a ! ✓', 'Ours 1'),
    run('b', 'CPython 3'),
    100,
    (style, words) => `<${style}>${words}</>`,
  );
  expect(text).toContain('<running>▶</>');
  expect(text).toContain('<bad>content/articles/one/waits.py:6: Expected CPython to do the same');
});

describe('foldSteps', () => {
  const drawing = [
    'One task, main: 1 step in 0 s of virtual time.',
    '',
    '    clock  event loop  main',
    ' 1    0 s              1     The task main is created and is first in the queue.',
    ' 2    0 s              ▶     main starts.',
  ].join('\n');

  it('does not change lines that fit', () => {
    expect(foldSteps(drawing, 100)).toBe(drawing);
  });

  it('folds the sentences beside the lanes', () => {
    expect(foldSteps(drawing, 60).split('\n').slice(3)).toEqual([
      ' 1    0 s              1     The task main is created and is',
      '                             first in the queue.',
      ' 2    0 s              ▶     main starts.',
    ]);
  });

  it('puts them below a step if there is no room beside it', () => {
    const folded = foldSteps(drawing, 40).split('\n');
    expect(folded).toEqual([
      'One task, main: 1 step in 0 s of virtual',
      'time.',
      '',
      '    clock  event loop  main',
      ' 1    0 s              1',
      '      The task main is created and is',
      '      first in the queue.',
      ' 2    0 s              ▶',
      '      main starts.',
    ]);
    expect(Math.max(...folded.map((line) => line.length))).toBeLessThanOrEqual(40);
  });
});
