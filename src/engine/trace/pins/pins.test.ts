import { describe, expect, it } from 'vitest';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import { openRun, type Run } from '../open-run.ts';
import { describeChanges } from '../words/describe-changes.ts';
import { wordPins } from '../words/describe-pins.ts';
import { parsePins, type Pin } from './parse-pins.ts';
import { tellPin } from './pin-text.ts';
import { hasPinned, listPinnable } from './read-pinned.ts';

const run = (source: string): Run => openRun(requireTrace(source));

function pin(text: string): Pin {
  const pins = parsePins(text);
  if ('fault' in pins) throw new Error(pins.fault);
  return pins[0] as Pin;
}

/** A pinned variable after each line printed. */
function tell(program: Run, text: string): readonly string[] {
  return program.steps.flatMap(({ event, number }) => {
    if (event.kind !== 'output') return [];
    const { cells } = tellPin(program, pin(text), number);
    return [
      cells === null
        ? 'none'
        : cells
            .map(({ key, text: cell, isFirst }) => `${key === null ? '' : `${key}=`}${cell}${isFirst ? '!' : ''}`)
            .join(' '),
    ];
  });
}

const scheduler = run(`import { send } from '@yieldpoint/scheduler';
class Loop {
  readonly ready: Generator<number, void, void>[] = [];
  readonly names = new Map<string, number>();
  run() {
    while (this.ready.length > 0) {
      const task = this.ready.shift()!;
      console.log('taken');
      const { done } = send(task);
      if (!done) this.ready.push(task);
      this.names.set('turns', (this.names.get('turns') ?? 0) + 1);
    }
  }
}
function* coffee() { yield 1; }
function* tea() { yield 1; }
export function main() {
  const asleep = [[3, 'coffee'], [2, 'tea']];
  console.log('before');
  const loop = new Loop();
  loop.ready.push(coffee(), tea());
  loop.run();
}`);

describe('a pinned variable', () => {
  it('is an attribute of what holds it, with generators by their names', () => {
    expect(tell(scheduler, 'self.ready as queue')).toEqual(['none', 'tea!', 'coffee!', 'tea!', '']);
    expect(tell(scheduler, 'loop.ready')).toEqual(['none', 'tea', 'coffee', 'tea', '']);
  });

  it('shows its values on the way to a step', () => {
    const { passed } = tellPin(
      scheduler,
      pin('this.ready'),
      scheduler.steps.findLast(({ event }) => event.kind === 'output')?.number ?? 0,
    );
    expect(passed).toEqual([]);
    const second = scheduler.steps.filter(({ event }) => event.kind === 'output')[2]?.number ?? 0;
    expect(tellPin(scheduler, pin('this.ready'), second).passed).toEqual(['tea, coffee']);
    expect(describeChanges(scheduler, second, wordPins(scheduler, [pin('this.ready')]))).toMatch(
      /^this\.ready: tea, coffee → coffee\. /,
    );
  });

  it('is mentioned once, instead of the change in its frame', () => {
    const first = scheduler.steps.find(({ event }) => event.kind === 'output')?.number ?? 0;
    expect(describeChanges(scheduler, first)).toContain("asleep = [[3, 'coffee'], [2, 'tea']]");
    expect(describeChanges(scheduler, first, wordPins(scheduler, [pin('asleep as heap')]))).toBe(
      "asleep: [3, 'coffee'], [2, 'tea'].",
    );
  });

  it('has the smallest of a heap marked, the top of a stack, and the head of a queue', () => {
    expect(tell(scheduler, 'asleep as heap')[0]).toBe("[3, 'coffee'] [2, 'tea']!");
    expect(tell(scheduler, 'asleep as stack')[0]).toBe("[3, 'coffee'] [2, 'tea']!");
    expect(tell(scheduler, 'asleep as queue')[0]).toBe("[3, 'coffee']! [2, 'tea']");
  });

  it('is drawn as what it will be before it has a value', () => {
    expect(tellPin(scheduler, pin('asleep as heap'), 0)).toMatchObject({ shape: 'heap', cells: null });
    expect(tellPin(scheduler, pin('self.names'), 0)).toMatchObject({ shape: 'rows', cells: null });
  });

  it('has a row for each key', () => {
    expect(tell(scheduler, 'self.names')).toEqual(['none', '', "'turns'=1", "'turns'=2", "'turns'=3"]);
  });

  it('is found by its name in either language, and by no other', () => {
    const program = run('export function main() {\n  const readyTasks = [1];\n  console.log(readyTasks.length);\n}');
    expect(hasPinned(program, pin('ready_tasks'))).toBe(true);
    expect(tellPin(program, pin('ready_tasks'), 1).name).toBe('readyTasks');
    expect(hasPinned(program, pin('ready'))).toBe(false);
    expect(hasPinned(scheduler, pin('self.redy'))).toBe(false);
    expect(listPinnable(scheduler, pin('self.redy'))).toContain('this.ready');
  });

  it('belongs to the innermost of several calls', () => {
    const program = run(`function sink(stack: number[]): void {
  console.log('in');
  if (stack.length < 3) sink([...stack, 0]);
  console.log('out');
}
export function main() { sink([0]); }`);
    expect(tell(program, 'stack')).toEqual(['0', '0 0', '0 0 0', '0 0 0', '0 0', '0']);
  });
});

it.each([
  ['', '""'],
  ['ready as line', '"ready as line"'],
  ['ready, 2x', '"2x"'],
  ['self.', '"self."'],
])('refuses to pin %j', (text, found) => {
  expect(parsePins(text)).toEqual({
    fault: `Expected names of variables such as "ready as queue, self.asleep as heap", with one of list, queue, stack, heap after "as", but got ${found}`,
  });
});
