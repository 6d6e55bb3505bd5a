import { asyncio, error, evaluate, ifElse, method, print, set, tryCatch, variable, awaitValue } from './construct.ts';
import { pickPrimitive, type Primitive } from './contention-primitives.ts';
import type { Body, Statement, Expression } from './program.ts';
import type { Random } from './random.ts';

/** What tasks and callbacks of a contending program do to one another in one step. */
export class ContentionActs {
  protected readonly random: Random;
  protected readonly primitives: readonly Primitive[];
  protected readonly tasks: readonly string[];
  #labels = 0;

  constructor(random: Random) {
    this.random = random;
    const count = random.weighted([
      [5, 1],
      [4, 2],
      [1, 3],
    ]);
    this.primitives = Array.from({ length: count }, (_, index) => pickPrimitive(random, index + 1));
    this.tasks = Array.from({ length: random.from(3, 8) }, (_, index) => `t${index + 1}`);
  }

  protected label(): string {
    return `p${++this.#labels}`;
  }

  protected several(least: number, most: number, make: () => Body): Body {
    return Array.from({ length: this.random.from(least, most) }, make).flat();
  }

  /** Lets others run: usually for one iteration, sometimes until a deadline that others have too. */
  protected pause(): Statement {
    return evaluate(
      awaitValue(
        asyncio('sleep', [
          this.random.weighted([
            [8, 0],
            [3, 1],
            [1, 2],
          ]),
        ]),
      ),
    );
  }

  /** Two or three changes in one step: a hand-over and a cancellation, in either order. */
  protected act(): Body {
    const random = this.random;
    const changes = Array.from(
      {
        length: random.weighted([
          [4, 1],
          [5, 2],
          [2, 3],
        ]),
      },
      () => (random.chance(0.45) ? this.#cancel() : this.#handOver(random.pick(this.primitives))),
    ).flat();
    if (!random.chance(0.15)) return changes;
    const callback = random.pick([
      method('loop', 'call_soon', [variable('c1')]),
      method('loop', 'call_later', [random.pick([0, 1, 1, 2]), variable('c1')]),
      method(random.pick(this.tasks), 'add_done_callback', [variable('c1')]),
    ]);
    // The callback itself acts, so it must not schedule itself forever.
    return [...changes, ifElse({ name: 'h1' }, [], [set('h1', true), evaluate(callback)])];
  }

  #cancel(): Body {
    const random = this.random;
    const task = random.pick(this.tasks);
    const message = random.chance(0.3) ? [random.pick(['one', 'two'])] : [];
    const cancels = [
      random.chance(0.4)
        ? print(this.label(), method(task, 'cancel', message))
        : evaluate(method(task, 'cancel', message)),
    ];
    if (!random.chance(0.15)) return cancels;
    return [...cancels, ...this.safely(print(this.label(), method(task, 'uncancel')))];
  }

  #handOver({ kind, name }: Primitive): Body {
    const random = this.random;
    switch (kind) {
      case 'lock':
        return [ifElse(method(name, 'locked'), [evaluate(method(name, 'release'))])];
      case 'semaphore':
        return this.safely(evaluate(method(name, 'release')));
      case 'condition':
        return [
          { do: 'increase', name: 'x1' },
          ...this.safely(
            evaluate(random.chance(0.3) ? method(name, 'notify_all') : method(name, 'notify', [random.from(1, 2)])),
          ),
        ];
      case 'queue':
        return this.safely(
          random.weighted<() => Statement>([
            [5, () => evaluate(method(name, 'put_nowait', [random.below(9)]))],
            [4, () => print(this.label(), method(name, 'get_nowait'))],
            [1, () => evaluate(method(name, 'task_done'))],
            [1, () => evaluate(method(name, 'shutdown', random.chance(0.4) ? [true] : []))],
          ])(),
        );
      case 'event':
        return [evaluate(method(name, random.pick(['set', 'set', 'clear'])))];
      case 'barrier':
        return [print(this.label(), { property: 'n_waiting', of: variable(name) })];
      case 'future': {
        const change = random.weighted<() => Expression>([
          [4, () => method(name, 'set_result', [random.below(9)])],
          [1, () => method(name, 'set_exception', [{ boom: 2 }])],
          [2, () => method(name, 'cancel')],
        ])();
        return [ifElse(method(name, 'done'), [set(name, method('loop', 'create_future'))], [evaluate(change)])];
      }
      case 'group':
        return [];
    }
  }

  protected safely(statement: Statement): Body {
    return this.random.chance(0.1) ? [statement] : [tryCatch([statement], 'errors', [print(this.label(), error)])];
  }
}
