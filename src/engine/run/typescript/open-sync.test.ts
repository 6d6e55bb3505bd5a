import { expect, it } from 'vitest';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import { openRun } from '../../trace/open-run.ts';
import { formatValue } from '../../trace/variables/format-value.ts';
import { listVariables } from '../../trace/variables/list-frames.ts';

/** The values of `main`'s variables at its end, in the language's notation. */
function tell(source: string): Readonly<Record<string, string>> {
  const trace = requireTrace(source);
  const left = trace.events.findLast((event) => event.kind === 'frame-left');
  if (left?.kind !== 'frame-left') throw new Error(JSON.stringify(trace.outcome));
  const variables = listVariables(openRun(trace), left.frame, left.seq);
  return Object.fromEntries(variables.map(({ name, value }) => [name, formatValue(value, 'typescript', 100)]));
}

it("shows the items of the library's queues, and the state of its other objects", () => {
  expect(
    tell(`import { Barrier, Condition, Event, LifoQueue, Lock, PriorityQueue, Queue, Semaphore } from '@yieldpoint/scheduler';
export async function main() {
  const [queue, stack, heap, empty] = [new Queue<number>(), new LifoQueue<string>(), new PriorityQueue<number>(), new Queue()];
  for (const n of [1, 2, 3, 4, 5, 6]) { queue.putNowait(n); queue.putNowait(-n); queue.getNowait(); }
  for (const word of ['a', 'b']) stack.putNowait(word);
  for (const n of [3, 1, 2]) heap.putNowait(n);
  const [free, held, event, gone] = [new Lock(), new Lock(), new Event(), new Event()];
  await held.acquire();
  gone.set();
  const [slots, condition, barrier] = [new Semaphore(2), new Condition(), new Barrier(2)];
  await slots.acquire();
  await condition.acquire();
  class Own extends Lock {}
  const own = new Own();
}`),
  ).toMatchObject({
    queue: 'Queue [4, -4, 5, -5, 6, -6]',
    stack: "LifoQueue ['a', 'b']",
    heap: 'PriorityQueue [1, 3, 2]',
    empty: 'Queue []',
    free: '<Lock unlocked>',
    held: '<Lock locked>',
    event: '<Event unset>',
    gone: '<Event set>',
    slots: '<Semaphore value 1>',
    condition: '<Condition locked>',
    barrier: '<Barrier filling>',
    own: '<Own>',
  });
});

it('shows the private fields of an object, and calls no accessor for it', () => {
  expect(
    tell(`class Base { #first = 1; }
class Loop extends Base {
  static #count = 7;
  #ready: number[] = [];
  shown = true;
  #late?: number;
  get #length() { console.log('called'); return 1; }
  #run() { return this.#length + Loop.#count; }
  step() { this.#ready.push(2); return this.#late ?? this.#run; }
}
export function main() {
  const loop = new Loop();
  loop.step();
  const bare = Object.create(Loop.prototype);
}`),
  ).toMatchObject({
    loop: 'Loop { #first: 1, #ready: [2], #late: undefined, shown: true }',
    bare: 'Loop {}',
  });
});
