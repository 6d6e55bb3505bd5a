import {
  asyncio,
  call,
  runningTask,
  error,
  evaluate,
  callGather,
  method,
  print,
  set,
  tryCatch,
  tryFinally,
  variable,
  awaitValue,
  withManager,
} from './construct.ts';
import { ContentionActs } from './contention-acts.ts';
import { askState, type Primitive, type PrimitiveKind } from './contention-primitives.ts';
import type { Body, Program, Statement, Expression } from './program.ts';
import { Random } from './random.ts';
import { removeUnused } from './list-globals.ts';

/**
 * Returns a program in which a few tasks contend for one or two primitives, while `main` and the tasks themselves hand over and
 * cancel in the same iteration. This finds faults of handing over that programs with many constructs never reach.
 */
export function generateContention(seed: number): Program {
  const writer = new ContentionWriter(new Random(seed));
  return writer.write();
}

class ContentionWriter extends ContentionActs {
  #locals = 0;

  write(): Program {
    const random = this.random;
    const workers = Array.from({ length: random.from(1, 3) }, (_, index) => `w${index + 1}`);
    const functions = workers.map((name) => ({ name, kind: 'coroutine' as const, body: this.#worker() }));
    const callback = { name: 'c1', kind: 'callback' as const, body: this.several(1, 2, () => this.act()) };
    const begin = this.tasks.map((task, index) =>
      set(
        task,
        asyncio('create_task', [call(random.pick(workers), index)], random.chance(0.1) ? { eager_start: true } : {}),
      ),
    );
    const conduct = this.several(3, 12, () => (random.chance(0.55) ? [this.pause()] : this.act()));
    const body = [
      ...this.primitives.map(({ name, make }) => set(name, make)),
      ...begin,
      ...conduct,
      ...this.primitives.flatMap((primitive) => {
        const state = askState(primitive);
        return state === undefined ? [] : [print(this.label(), state)];
      }),
      ...this.#ending(),
    ];
    return removeUnused({ functions: [...functions, callback, { name: 'main', kind: 'coroutine', body }] });
  }

  /** One task's part: it waits for a primitive one or more times, through any of the wrappers, and may refuse to be canceled. */
  #worker(): Body {
    const random = this.random;
    const once = (): Body => {
      const body = this.#wrapped(this.#turn(random.pick(this.primitives)));
      const after = random.chance(0.5) ? [...body, ...this.several(0, 2, () => this.#step())] : body;
      return random.weighted<() => Body>([
        [5, () => after],
        [3, () => [tryCatch(after, 'cancelled', [print(this.label(), variable('n'), error), ...this.#onCancel()])]],
        [
          2,
          () => [
            tryFinally(after, [print(this.label(), variable('n')), ...(random.chance(0.5) ? [this.pause()] : [])]),
          ],
        ],
        [1, () => [tryCatch(after, 'any', [print(this.label(), variable('n'), error)])]],
      ])();
    };
    const times = random.weighted([
      [4, 1],
      [3, 2],
      [1, 3],
    ]);
    const begin = random.chance(0.4) ? [this.pause()] : [];
    return times === 1 ? [...begin, ...once()] : [...begin, { do: 'repeat', times, body: once() }];
  }

  #onCancel(): Body {
    const random = this.random;
    return random.weighted<() => Body>([
      [3, () => [{ do: 'rethrow' }]],
      [3, () => []],
      [2, () => [print(this.label(), method(runningTask, 'uncancel'))]],
      [2, () => [this.pause()]],
      [2, () => this.#turn(random.pick(this.primitives))],
    ])();
  }

  #step(): Body {
    return this.random.chance(0.5) ? [this.pause()] : this.act();
  }

  /** `timeout` and the like around a turn; sometimes two with one deadline. */
  #wrapped(turn: Body): Body {
    const random = this.random;
    if (!random.chance(0.3)) return turn;
    const deadline = random.pick([0, 1, 1, 1, 2]);
    const block = withManager(asyncio('timeout', [deadline]), this.#wrapped(turn), random.chance(0.5));
    return [tryCatch([block], 'timeout', [print(this.label(), variable('n'), error)])];
  }

  /** Waits for the primitive and uses it. */
  #turn({ kind, name }: Primitive): Body {
    const random = this.random;
    const tell = (value: Expression): Statement => print(this.label(), variable('n'), this.#through(value));
    const hold = (): Body => [tell('has it'), ...this.several(0, 2, () => this.#step())];
    const using = random.chance(0.5);
    switch (kind) {
      case 'lock':
      case 'semaphore':
        return random.weighted<() => Body>([
          [5, () => [withManager(variable(name), hold(), using)]],
          [
            3,
            () => [
              tell(awaitValue(method(name, 'acquire'))),
              ...hold(),
              ...this.safely(evaluate(method(name, 'release'))),
            ],
          ],
          [
            2,
            () => [
              tell(awaitValue(method(name, 'acquire'))),
              tryFinally(hold(), this.safely(evaluate(method(name, 'release')))),
            ],
          ],
        ])();
      case 'condition':
        return [
          withManager(
            variable(name),
            random.weighted<() => Body>([
              [5, () => [tell(awaitValue(method(name, 'wait')))]],
              [2, () => [tell(awaitValue(method(name, 'wait_for', [{ whether: 'x1', atLeast: random.from(1, 2) }])))]],
              [2, () => [{ do: 'increase', name: 'x1' }, evaluate(method(name, 'notify', [random.from(1, 2)]))]],
              [2, () => [evaluate(method(name, 'notify_all')), ...hold()]],
            ])(),
            using,
          ),
        ];
      case 'queue':
        return random.weighted<() => Body>([
          [
            5,
            () => [
              tell(awaitValue(method(name, 'get'))),
              ...(random.chance(0.4) ? this.safely(evaluate(method(name, 'task_done'))) : []),
            ],
          ],
          [4, () => [tell(awaitValue(method(name, 'put', [variable('n')])))]],
          [1, () => this.safely(tell(method(name, 'get_nowait')))],
          [1, () => this.safely(evaluate(method(name, 'put_nowait', [variable('n')])))],
          [1, () => [tell(awaitValue(method(name, 'join')))]],
        ])();
      case 'event':
        return [tell(awaitValue(method(name, 'wait')))];
      case 'barrier':
        return random.chance(0.3)
          ? [withManager(variable(name), hold(), using, `v${++this.#locals}`)]
          : [tell(awaitValue(method(name, 'wait')))];
      case 'future':
        return [tell(awaitValue(random.chance(0.4) ? asyncio('shield', [variable(name)]) : variable(name)))];
      case 'group':
        return this.#group(using);
    }
  }

  /** Sometimes waits through one of the functions that wait for something else. */
  #through(value: Expression): Expression {
    const random = this.random;
    if (typeof value !== 'object' || value === null || !('await' in value)) return value;
    const { await: awaited } = value;
    return random.weighted<() => Expression>([
      [8, () => value],
      [2, () => awaitValue(asyncio('wait_for', [awaited, random.pick([0, 1, 1, 2, null])]))],
      [1, () => awaitValue(asyncio('shield', [awaited]))],
      [1, () => awaitValue(callGather([awaited, asyncio('sleep', [random.below(2)])], random.chance(0.5)))],
    ])();
  }

  #group(using: boolean): Body {
    const random = this.random;
    const name = `v${++this.#locals}`;
    const child = (): Statement =>
      evaluate(
        method(name, 'create_task', [random.chance(0.7) ? asyncio('sleep', [random.below(3)]) : this.#coroutine()]),
      );
    const body = [
      ...Array.from({ length: random.from(1, 3) }, child),
      ...(random.chance(0.3) ? [{ do: 'throw', value: { boom: 1 } } as const] : this.several(0, 2, () => this.#step())),
    ];
    return [
      tryCatch([withManager(asyncio('TaskGroup'), body, using, name)], 'group', [
        print(this.label(), variable('n'), error),
      ]),
    ];
  }

  /** A coroutine of one of the primitives; a sleep if that has none. */
  #coroutine(): Expression {
    const random = this.random;
    const found = random.pick(this.primitives);
    const methods: Partial<Record<PrimitiveKind, readonly string[]>> = {
      lock: ['acquire'],
      semaphore: ['acquire'],
      queue: ['get', 'join'],
      event: ['wait'],
      barrier: ['wait', 'abort', 'reset'],
    };
    const choices = methods[found.kind];
    return choices === undefined ? asyncio('sleep', [1]) : method(found.name, random.pick(choices));
  }

  #ending(): Body {
    const random = this.random;
    const tasks = this.tasks.map(variable);
    return random.weighted<() => Body>([
      [3, () => [print(this.label(), awaitValue(asyncio('wait', [{ list: tasks }], { timeout: random.from(1, 3) })))]],
      [3, () => [print(this.label(), awaitValue(callGather(tasks, true)))]],
      [1, () => [print(this.label(), awaitValue(callGather(tasks, false)))]],
      [2, () => [this.pause()]],
      [1, () => []],
    ])();
  }
}
