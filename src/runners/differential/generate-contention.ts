import {
  asyncio,
  call,
  currentTask,
  error,
  evaluate,
  gather,
  ifElse,
  method,
  print,
  set,
  tryCatch,
  tryFinally,
  variable,
  wait,
  withManager,
} from './construct.ts';
import type { Body, Program, Statement, Value } from './program.ts';
import { Random } from './random.ts';
import { withoutUnused } from './variables.ts';

/**
 * Returns a program in which a few tasks contend for one or two primitives, while `main` and the tasks themselves hand over and
 * cancel in the same iteration: faults of the hand-over that programs of many constructs never meet.
 */
export function generateContention(seed: number): Program {
  const writer = new ContentionWriter(new Random(seed));
  return writer.write();
}

type Kind = 'lock' | 'semaphore' | 'condition' | 'queue' | 'event' | 'barrier' | 'future' | 'group';
type Primitive = { readonly kind: Kind; readonly name: string; readonly make: Value };

class ContentionWriter {
  readonly #random: Random;
  readonly #primitives: readonly Primitive[];
  readonly #tasks: readonly string[];
  #labels = 0;
  #locals = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#primitives = Array.from(
      {
        length: random.weighted([
          [5, 1],
          [4, 2],
          [1, 3],
        ]),
      },
      (_, index) => this.#primitive(index + 1),
    );
    this.#tasks = Array.from({ length: random.from(3, 8) }, (_, index) => `t${index + 1}`);
  }

  write(): Program {
    const random = this.#random;
    const workers = Array.from({ length: random.from(1, 3) }, (_, index) => `w${index + 1}`);
    const functions = workers.map((name) => ({ name, kind: 'coroutine' as const, body: this.#worker() }));
    const callback = { name: 'c1', kind: 'callback' as const, body: this.#several(1, 2, () => this.#act()) };
    const begin = this.#tasks.map((task, index) =>
      set(
        task,
        asyncio('create_task', [call(random.pick(workers), index)], random.chance(0.1) ? { eager_start: true } : {}),
      ),
    );
    const conduct = this.#several(3, 12, () => (random.chance(0.55) ? [this.#pause()] : this.#act()));
    const body = [
      ...this.#primitives.map(({ name, make }) => set(name, make)),
      ...begin,
      ...conduct,
      ...this.#primitives.flatMap((primitive) => this.#tell(primitive)),
      ...this.#ending(),
    ];
    return withoutUnused({ functions: [...functions, callback, { name: 'main', kind: 'coroutine', body }] });
  }

  #primitive(index: number): Primitive {
    const random = this.#random;
    const kind = random.weighted<Kind>([
      [4, 'lock'],
      [4, 'semaphore'],
      [3, 'condition'],
      [5, 'queue'],
      [2, 'event'],
      [2, 'barrier'],
      [2, 'future'],
      [1, 'group'],
    ]);
    const make: Readonly<Record<Kind, () => Value>> = {
      lock: () => asyncio('Lock'),
      semaphore: () => asyncio(random.pick(['Semaphore', 'BoundedSemaphore']), [random.from(0, 2)]),
      condition: () => asyncio('Condition'),
      queue: () => asyncio(random.pick(['Queue', 'Queue', 'LifoQueue', 'PriorityQueue']), [random.from(0, 2)]),
      event: () => asyncio('Event'),
      barrier: () => asyncio('Barrier', [random.from(2, 3)]),
      future: () => method('loop', 'create_future'),
      group: () => null,
    };
    const letters: Readonly<Record<Kind, string>> = {
      lock: 'l',
      semaphore: 's',
      condition: 'd',
      queue: 'q',
      event: 'o',
      barrier: 'b',
      future: 'f',
      group: 'k',
    };
    return { kind, name: `${letters[kind]}${index}`, make: make[kind]() };
  }

  #label(): string {
    return `p${++this.#labels}`;
  }

  #several(least: number, most: number, make: () => Body): Body {
    return Array.from({ length: this.#random.from(least, most) }, make).flat();
  }

  /** Lets others run: mostly for one iteration, sometimes until a deadline that others have, too. */
  #pause(): Statement {
    return evaluate(
      wait(
        asyncio('sleep', [
          this.#random.weighted([
            [8, 0],
            [3, 1],
            [1, 2],
          ]),
        ]),
      ),
    );
  }

  /** One task's part: it waits for a primitive once or more, through any of the wrappers, and may refuse to be cancelled. */
  #worker(): Body {
    const random = this.#random;
    const once = (): Body => {
      const body = this.#wrapped(this.#turn(random.pick(this.#primitives)));
      const after = random.chance(0.5) ? [...body, ...this.#several(0, 2, () => this.#step())] : body;
      return random.weighted<() => Body>([
        [5, () => after],
        [3, () => [tryCatch(after, 'cancelled', [print(this.#label(), variable('n'), error), ...this.#onCancel()])]],
        [
          2,
          () => [
            tryFinally(after, [print(this.#label(), variable('n')), ...(random.chance(0.5) ? [this.#pause()] : [])]),
          ],
        ],
        [1, () => [tryCatch(after, 'any', [print(this.#label(), variable('n'), error)])]],
      ])();
    };
    const times = random.weighted([
      [4, 1],
      [3, 2],
      [1, 3],
    ]);
    const begin = random.chance(0.4) ? [this.#pause()] : [];
    return times === 1 ? [...begin, ...once()] : [...begin, { do: 'repeat', times, body: once() }];
  }

  #onCancel(): Body {
    const random = this.#random;
    return random.weighted<() => Body>([
      [3, () => [{ do: 'rethrow' }]],
      [3, () => []],
      [2, () => [print(this.#label(), method(currentTask, 'uncancel'))]],
      [2, () => [this.#pause()]],
      [2, () => this.#turn(random.pick(this.#primitives))],
    ])();
  }

  #step(): Body {
    return this.#random.chance(0.5) ? [this.#pause()] : this.#act();
  }

  /** `timeout` and the like around a turn; sometimes two with one deadline. */
  #wrapped(turn: Body): Body {
    const random = this.#random;
    if (!random.chance(0.3)) return turn;
    const deadline = random.pick([0, 1, 1, 1, 2]);
    const block = withManager(asyncio('timeout', [deadline]), this.#wrapped(turn), random.chance(0.5));
    return [tryCatch([block], 'timeout', [print(this.#label(), variable('n'), error)])];
  }

  /** Waits for the primitive and does with it what one does. */
  #turn({ kind, name }: Primitive): Body {
    const random = this.#random;
    const tell = (value: Value): Statement => print(this.#label(), variable('n'), this.#through(value));
    const hold = (): Body => [tell('has it'), ...this.#several(0, 2, () => this.#step())];
    const using = random.chance(0.5);
    switch (kind) {
      case 'lock':
      case 'semaphore':
        return random.weighted<() => Body>([
          [5, () => [withManager(variable(name), hold(), using)]],
          [
            3,
            () => [tell(wait(method(name, 'acquire'))), ...hold(), ...this.#safely(evaluate(method(name, 'release')))],
          ],
          [
            2,
            () => [
              tell(wait(method(name, 'acquire'))),
              tryFinally(hold(), this.#safely(evaluate(method(name, 'release')))),
            ],
          ],
        ])();
      case 'condition':
        return [
          withManager(
            variable(name),
            random.weighted<() => Body>([
              [5, () => [tell(wait(method(name, 'wait')))]],
              [2, () => [tell(wait(method(name, 'wait_for', [{ whether: 'x1', atLeast: random.from(1, 2) }])))]],
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
              tell(wait(method(name, 'get'))),
              ...(random.chance(0.4) ? this.#safely(evaluate(method(name, 'task_done'))) : []),
            ],
          ],
          [4, () => [tell(wait(method(name, 'put', [variable('n')])))]],
          [1, () => this.#safely(tell(method(name, 'get_nowait')))],
          [1, () => this.#safely(evaluate(method(name, 'put_nowait', [variable('n')])))],
          [1, () => [tell(wait(method(name, 'join')))]],
        ])();
      case 'event':
        return [tell(wait(method(name, 'wait')))];
      case 'barrier':
        return random.chance(0.3)
          ? [withManager(variable(name), hold(), using, `v${++this.#locals}`)]
          : [tell(wait(method(name, 'wait')))];
      case 'future':
        return [tell(wait(random.chance(0.4) ? asyncio('shield', [variable(name)]) : variable(name)))];
      case 'group':
        return this.#group(using);
    }
  }

  /** Sometimes waits through one of the functions that wait for something else. */
  #through(value: Value): Value {
    const random = this.#random;
    if (typeof value !== 'object' || value === null || !('await' in value)) return value;
    const { await: awaited } = value;
    return random.weighted<() => Value>([
      [8, () => value],
      [2, () => wait(asyncio('wait_for', [awaited, random.pick([0, 1, 1, 2, null])]))],
      [1, () => wait(asyncio('shield', [awaited]))],
      [1, () => wait(gather([awaited, asyncio('sleep', [random.below(2)])], random.chance(0.5)))],
    ])();
  }

  #group(using: boolean): Body {
    const random = this.#random;
    const name = `v${++this.#locals}`;
    const child = (): Statement =>
      evaluate(
        method(name, 'create_task', [random.chance(0.7) ? asyncio('sleep', [random.below(3)]) : this.#coroutine()]),
      );
    const body = [
      ...Array.from({ length: random.from(1, 3) }, child),
      ...(random.chance(0.3)
        ? [{ do: 'throw', value: { boom: 1 } } as const]
        : this.#several(0, 2, () => this.#step())),
    ];
    return [
      tryCatch([withManager(asyncio('TaskGroup'), body, using, name)], 'group', [
        print(this.#label(), variable('n'), error),
      ]),
    ];
  }

  /** A coroutine of one of the primitives; one that fails, if there is none. */
  #coroutine(): Value {
    const random = this.#random;
    const found = random.pick(this.#primitives);
    const methods: Partial<Record<Kind, readonly string[]>> = {
      lock: ['acquire'],
      semaphore: ['acquire'],
      queue: ['get', 'join'],
      event: ['wait'],
      barrier: ['wait', 'abort', 'reset'],
    };
    const choices = methods[found.kind];
    return choices === undefined ? asyncio('sleep', [1]) : method(found.name, random.pick(choices));
  }

  /** Two or three changes in one step: a hand-over and a cancellation, in either order. */
  #act(): Body {
    const random = this.#random;
    const changes = Array.from(
      {
        length: random.weighted([
          [4, 1],
          [5, 2],
          [2, 3],
        ]),
      },
      () => (random.chance(0.45) ? this.#cancel() : this.#handOver(random.pick(this.#primitives))),
    ).flat();
    if (!random.chance(0.15)) return changes;
    const callback = random.pick([
      method('loop', 'call_soon', [variable('c1')]),
      method('loop', 'call_later', [random.pick([0, 1, 1, 2]), variable('c1')]),
      method(random.pick(this.#tasks), 'add_done_callback', [variable('c1')]),
    ]);
    // The callback itself acts, so it must not schedule itself for ever.
    return [...changes, ifElse({ name: 'h1' }, [], [set('h1', true), evaluate(callback)])];
  }

  #cancel(): Body {
    const random = this.#random;
    const task = random.pick(this.#tasks);
    const message = random.chance(0.3) ? [random.pick(['one', 'two'])] : [];
    const cancels = [
      random.chance(0.4)
        ? print(this.#label(), method(task, 'cancel', message))
        : evaluate(method(task, 'cancel', message)),
    ];
    if (!random.chance(0.15)) return cancels;
    return [...cancels, ...this.#safely(print(this.#label(), method(task, 'uncancel')))];
  }

  #handOver({ kind, name }: Primitive): Body {
    const random = this.#random;
    switch (kind) {
      case 'lock':
        return [ifElse(method(name, 'locked'), [evaluate(method(name, 'release'))])];
      case 'semaphore':
        return this.#safely(evaluate(method(name, 'release')));
      case 'condition':
        return [
          { do: 'increase', name: 'x1' },
          ...this.#safely(
            evaluate(random.chance(0.3) ? method(name, 'notify_all') : method(name, 'notify', [random.from(1, 2)])),
          ),
        ];
      case 'queue':
        return this.#safely(
          random.weighted<() => Statement>([
            [5, () => evaluate(method(name, 'put_nowait', [random.below(9)]))],
            [4, () => print(this.#label(), method(name, 'get_nowait'))],
            [1, () => evaluate(method(name, 'task_done'))],
            [1, () => evaluate(method(name, 'shutdown', random.chance(0.4) ? [true] : []))],
          ])(),
        );
      case 'event':
        return [evaluate(method(name, random.pick(['set', 'set', 'clear'])))];
      case 'barrier':
        return [print(this.#label(), { property: 'n_waiting', of: variable(name) })];
      case 'future': {
        const change = random.weighted<() => Value>([
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

  #safely(statement: Statement): Body {
    return this.#random.chance(0.1) ? [statement] : [tryCatch([statement], 'errors', [print(this.#label(), error)])];
  }

  #tell({ kind, name }: Primitive): Body {
    const asked: Partial<Record<Kind, string>> = {
      lock: 'locked',
      semaphore: 'locked',
      condition: 'locked',
      queue: 'qsize',
      event: 'is_set',
      future: 'done',
    };
    const found = asked[kind];
    return found === undefined ? [] : [print(this.#label(), method(name, found))];
  }

  #ending(): Body {
    const random = this.#random;
    const tasks = this.#tasks.map(variable);
    return random.weighted<() => Body>([
      [3, () => [print(this.#label(), wait(asyncio('wait', [{ list: tasks }], { timeout: random.from(1, 3) })))]],
      [3, () => [print(this.#label(), wait(gather(tasks, true)))]],
      [1, () => [print(this.#label(), wait(gather(tasks, false)))]],
      [2, () => [this.#pause()]],
      [1, () => []],
    ])();
  }
}
