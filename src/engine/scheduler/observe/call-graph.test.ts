import { describe, expect, it } from 'vitest';
import {
  captureCallGraph,
  createTask,
  currentTask,
  formatCallGraph,
  functionName,
  gather,
  getRunningLoop,
  run,
  shield,
  sleep,
  asyncWith,
  TaskGroup,
  wait,
  type CallGraph,
  type Coroutine,
  type Future,
} from '../index.ts';

/** `inner < middle < main`: the waiting functions, by name. */
function inWords(graph: CallGraph | null): unknown {
  if (graph === null) return null;
  const { future, awaitedBy } = graph;
  const name = 'getName' in future ? (future as Future & { getName(): string }).getName() : 'future';
  return awaitedBy.length === 0 ? name : { [name]: awaitedBy.map(inWords) };
}

/** The graph of a sleeping task named `child`, while `waitFor` waits for it in one way or another. */
function graphWhile(waitFor: (child: Future<void>) => Coroutine<unknown>): unknown {
  let graph: unknown;
  run(
    (function* () {
      const child = createTask(sleep(5), { name: 'child' });
      getRunningLoop().callLater(1, () => {
        graph = inWords(captureCallGraph(child));
      });
      currentTask()?.setName('main');
      yield* waitFor(child);
    })(),
  );
  return graph;
}

function* awaiting(future: Future): Coroutine<unknown> {
  return yield* future;
}

describe('the call graph', () => {
  it('knows who awaits a task', () => {
    expect(graphWhile(awaiting)).toEqual({ child: ['main'] });
  });

  it('knows it through gather, wait and shield, and in a group', () => {
    expect(graphWhile((child) => awaiting(gather([child])))).toEqual({ child: ['main'] });
    expect(graphWhile((child) => wait([child]) as Coroutine<unknown>)).toEqual({ child: ['main'] });
    expect(graphWhile((child) => awaiting(shield(child)))).toEqual({ child: ['main'] });
    const inGroup = (child: Future<void>): Coroutine<unknown> =>
      asyncWith(new TaskGroup(), function* (group) {
        group.createTask(awaiting(child), { name: 'member' });
      });
    expect(graphWhile(inGroup)).toEqual({ child: [{ member: ['main'] }] });
  });

  it('continues to the tasks that wait for these, and ends where a circle closes', () => {
    const main = function* (): Coroutine<unknown> {
      const first: Future = createTask(
        late(() => second),
        { name: 'first' },
      );
      const second: Future = createTask(
        late(() => first),
        { name: 'second' },
      );
      yield* sleep(0);
      return inWords(captureCallGraph(first));
    };
    function* late(future: () => Future): Coroutine<unknown> {
      return yield* future();
    }
    let graph: unknown;
    expect(() =>
      run(
        (function* () {
          graph = yield* main();
        })(),
        { exceptionHandler: () => {} },
      ),
    ).toThrow('every task waits');
    expect(graph).toEqual({ first: ['second'] });
  });

  it('is that of the current task if none is given, and nothing in a callback', () => {
    const main = function* (): Coroutine<unknown> {
      const graphs = [captureCallGraph()];
      getRunningLoop().callSoon(() => {
        graphs.push(captureCallGraph());
        expect(formatCallGraph()).toBe('');
      });
      yield* sleep(1);
      return graphs.map(inWords);
    };
    expect(run(main())).toEqual(['Task-1', null]);
  });

  it('can be written out', () => {
    let text = '';
    function* main(): Coroutine<void> {
      const child = createTask(sleep(5), { name: 'child' });
      getRunningLoop().callLater(1, () => {
        text = formatCallGraph(child);
      });
      yield* child;
    }
    (main.prototype as { [functionName]?: string })[functionName] = 'main';
    run(main());
    expect(text).toBe(
      [
        "* Task(name='child')",
        '  + Call stack:',
        '  |   sleep()',
        '  + Awaited by:',
        "    * Task(name='Task-1')",
        '      + Call stack:',
        '      |   main()',
      ].join('\n'),
    );
  });
});
