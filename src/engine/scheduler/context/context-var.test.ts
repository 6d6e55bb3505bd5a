import { describe, expect, it } from 'vitest';
import {
  abandon,
  asyncGenerator,
  Context,
  ContextVar,
  copyContext,
  createTask,
  emit,
  EventLoop,
  gather,
  getContext,
  getRunningLoop,
  LookupError,
  run,
  RuntimeError,
  shield,
  sleep,
  Token,
  type Coroutine,
  type Future,
  type ScheduledCallback,
} from '../index.ts';

const refusal = new RuntimeError('cannot enter context: it is already entered');

describe('a context variable', () => {
  it('has its default or the fallback if it is not set, including undefined', () => {
    expect(new ContextVar('user', { default: 'nobody' }).get()).toBe('nobody');
    expect(new ContextVar('user', { default: 'nobody' }).get('somebody')).toBe('somebody');
    expect(new ContextVar<string | undefined>('user', { default: undefined }).get()).toBeUndefined();
    expect(new ContextVar('user').get(undefined)).toBeUndefined();
    expect(() => new ContextVar('user', {} as { default: string }).get()).toThrow(LookupError);
  });

  it('can be set to undefined', () => {
    const user = new ContextVar<string | undefined>('user', { default: 'nobody' });
    new Context().run(() => {
      const token = user.set(undefined);
      expect(user.get()).toBeUndefined();
      expect(copyContext().has(user)).toBe(true);
      user.reset(token);
      expect(user.get()).toBe('nobody');
    });
  });

  it('is restored only by its own tokens', () => {
    const user = new ContextVar<string>('user');
    for (const wrong of ['token', null]) {
      expect(() => {
        user.reset(wrong as never);
      }).toThrow(new TypeError(`Expected a Token, but got ${JSON.stringify(wrong)}.`));
    }
  });

  it('is read outside of a run as well, in one context for all', () => {
    const user = new ContextVar('user', { default: 'nobody' });
    const token = user.set('ada');
    function* reads(): Coroutine<string> {
      const before = user.get();
      user.set('bob');
      return before;
    }
    expect(run(reads())).toBe('ada');
    expect(user.get()).toBe('ada');
    user.reset(token);
    expect(user.get()).toBe('nobody');
    expect(token.oldValue).toBe(Token.MISSING);
  });
});

describe('two tasks', () => {
  it('have a value each, across their waits', () => {
    const request = new ContextVar<string>('request');
    const seen: string[] = [];
    function* handles(name: string, seconds: number): Coroutine<void> {
      request.set(name);
      yield* sleep(seconds);
      yield* logs();
    }
    function* logs(): Coroutine<void> {
      yield* sleep(1);
      seen.push(request.get());
    }
    function* main(): Coroutine<string> {
      yield* gather([handles('first', 2), handles('second', 1)]);
      return request.get('none');
    }
    expect(run(main())).toBe('none');
    expect(seen).toEqual(['second', 'first']);
  });

  it('share a context if they are given one', () => {
    const count = new ContextVar('count', { default: 0 });
    function* counts(): Coroutine<void> {
      count.set(count.get() + 1);
      yield* sleep(1);
      count.set(count.get() + 10);
    }
    function* main(): Coroutine<number> {
      const context = new Context();
      yield* gather([counts(), counts()].map((each) => createTask(each, { context })));
      expect(count.get()).toBe(0);
      return context.get(count, -1);
    }
    expect(run(main())).toBe(22);
  });
});

describe('a generator', () => {
  it('has no context of its own: what it sets is set in the code that iterates it', () => {
    const unit = new ContextVar('unit', { default: 'km' });
    function* distances(): Generator<number> {
      unit.set('miles');
      yield 26;
      unit.set('feet');
    }
    function* main(): Coroutine<string[]> {
      const seen = [unit.get()];
      for (const distance of distances()) seen.push(`${distance} ${unit.get()}`);
      return [...seen, unit.get()];
    }
    expect(run(main())).toEqual(['km', '26 miles', 'feet']);
  });

  it('that is async has no context either', () => {
    const unit = new ContextVar('unit', { default: 'km' });
    const distances = asyncGenerator(function* (): Generator<ReturnType<typeof emit<number>> | undefined, void> {
      yield emit(1);
      unit.set('miles');
      yield emit(26);
    });
    const seen: string[] = [];
    function* reads(generator: ReturnType<typeof distances>): Coroutine<void> {
      yield* generator.asend();
      seen.push(unit.get());
    }
    function* main(): Coroutine<string> {
      const generator = distances();
      yield* createTask(reads(generator));
      yield* createTask(reads(generator));
      return unit.get();
    }
    expect(run(main())).toBe('km');
    expect(seen).toEqual(['km', 'miles']);
  });

  it('that is dropped is closed in the context of the code that dropped it', () => {
    const user = new ContextVar('user', { default: 'nobody' });
    const seen: string[] = [];
    const numbers = asyncGenerator(function* (): Generator<ReturnType<typeof emit<number>> | undefined, void> {
      try {
        yield emit(1);
      } finally {
        seen.push(user.get());
      }
    });
    function* main(): Coroutine<void> {
      const generator = numbers();
      yield* generator.asend();
      user.set('ada');
      abandon(generator);
      user.set('bob');
      yield* sleep(1);
    }
    run(main());
    expect(seen).toEqual(['ada']);
  });
});

describe('a callback', () => {
  const user = new ContextVar('user', { default: 'nobody' });

  /** What each way of scheduling a callback calls it with, and in which context. */
  function* schedules(how: (callback: ScheduledCallback<[string]>) => void): Coroutine<unknown[]> {
    const seen: unknown[] = [];
    const notes = (text: string): void => {
      seen.push(text, user.get());
      user.set('changed by a callback');
    };
    const context = new Context();
    user.set('ada');
    how(notes);
    how({ callback: notes, context });
    how({ callback: notes });
    user.set('bob');
    yield* sleep(2);
    return [...seen, user.get(), context.get(user)];
  }
  const expected = ['x', 'ada', 'x', 'nobody', 'x', 'ada', 'bob', 'changed by a callback'];

  it('has a copy of the context in which it was scheduled, or the context it was given', () => {
    expect(run(schedules((each) => getRunningLoop().callSoon(each, 'x')))).toEqual(expected);
    expect(run(schedules((each) => getRunningLoop().callLater(1, each, 'x')))).toEqual(expected);
    expect(run(schedules((each) => getRunningLoop().callAt(1, each, 'x')))).toEqual(expected);
  });

  it('of a future has the context of the code that added it, however the future is done', () => {
    const seen: string[] = [];
    const notes = (): void => {
      seen.push(user.get());
    };
    function* main(): Coroutine<number> {
      const future = getRunningLoop().createFuture<null>();
      const context = new Context();
      context.run(() => user.set('given'));
      user.set('ada');
      future.addDoneCallback(notes);
      future.addDoneCallback(notes, { context });
      user.set('bob');
      future.addDoneCallback(notes);
      const copy = copyContext();
      user.set('carl');
      copy.run(() => {
        future.setResult(null);
      });
      yield* sleep(0);
      return future.removeDoneCallback(notes);
    }
    expect(run(main())).toBe(0);
    expect(seen).toEqual(['ada', 'given', 'bob']);
  });

  it('that is made by one has a copy of its context', () => {
    const seen: string[] = [];
    function* main(): Coroutine<void> {
      const loop = getRunningLoop();
      loop.callSoon(() => {
        user.set('ada');
        loop.callSoon(() => seen.push(user.get()));
        user.set('bob');
      });
      loop.callSoon(() => seen.push(user.get()));
      yield* sleep(1);
    }
    run(main());
    expect(seen).toEqual(['nobody', 'ada']);
  });

  it('can be asked for its context before it runs', () => {
    function* main(): Coroutine<unknown[]> {
      const seen: unknown[] = [];
      const handle = getRunningLoop().callSoon(() => seen.push(user.get()));
      getContext(handle).run(() => user.set('ada'));
      yield* sleep(0);
      return seen;
    }
    expect(run(main())).toEqual(['ada']);
  });
});

describe('a context', () => {
  const user = new ContextVar('user', { default: 'nobody' });

  it('cannot be entered where a task runs in it, nor from what that starts at once', () => {
    const own = new Context();
    const refused: string[] = [];
    const enters = (context: Context, who: string): void => {
      try {
        context.run(() => {});
      } catch (error) {
        expect(error).toEqual(refusal);
        refused.push(who);
      }
    };
    function* inside(): Coroutine<void> {
      enters(own, 'the task');
      new Context().run(() => {
        enters(own, 'what it runs in another context');
        createTask(eager(), { eagerStart: true });
      });
    }
    function* eager(): Coroutine<void> {
      enters(own, 'an eager task');
      yield* sleep(0);
      enters(own, 'nobody: the step of the first task is over');
    }
    function* main(): Coroutine<void> {
      yield* createTask(inside(), { context: own });
      getRunningLoop().callSoon({ callback: () => { enters(own, 'a callback'); }, context: own }); // prettier-ignore
      yield* sleep(1);
    }
    run(main());
    expect(refused).toEqual(['the task', 'what it runs in another context', 'an eager task', 'a callback']);
  });

  it('cannot be entered in a loop that it runs, nor be that of an eager task', () => {
    const outer = new Context();
    function* main(): Coroutine<number> {
      expect(() => { outer.run(() => {}); }).toThrow(refusal); // prettier-ignore
      const coroutine = sleep(1);
      expect(() => createTask(coroutine, { eagerStart: true, context: outer })).toThrow(refusal);
      return getRunningLoop()._tasks().length;
    }
    expect(outer.run(() => run(main()))).toBe(1);
    outer.run(() => user.set('ada'));
    expect(outer.get(user)).toBe('ada');
  });

  it('is that of an eager task from its first step on', () => {
    const context = new Context();
    function* sets(): Coroutine<string> {
      user.set('ada');
      yield* sleep(1);
      return user.get();
    }
    function* main(): Coroutine<string> {
      const task = createTask(sets(), { eagerStart: true, context });
      expect(context.get(user)).toBe('ada');
      expect(user.get()).toBe('nobody');
      return yield* task;
    }
    expect(run(main())).toBe('ada');
  });

  it('of an eager task that a callback makes is its own', () => {
    function* sets(): Coroutine<void> {
      user.set('the task');
    }
    function* main(): Coroutine<unknown[]> {
      const seen: unknown[] = [];
      const context = new Context();
      getRunningLoop().callSoon(() => {
        createTask(sets(), { eagerStart: true });
        context.run(() => createTask(sets(), { eagerStart: true }));
        seen.push(user.get(), context.size);
      });
      yield* sleep(1);
      return seen;
    }
    expect(run(main())).toEqual(['nobody', 0]);
  });

  it('does not change while it is iterated, whatever is set meanwhile', () => {
    const names = ['a', 'b', 'c'].map((name) => new ContextVar<number>(name));
    const seen: string[] = [];
    const context = new Context();
    context.run(() => {
      names[0]?.set(1);
      for (const variable of context) {
        for (const other of names) other.set(2);
        seen.push(variable.name);
      }
    });
    expect(seen).toEqual(['a']);
    expect(context.size).toBe(3);
  });

  it('costs no copy of its values until it is written to, and one then', () => {
    const original = new Context();
    original.run(() => user.set('ada'));
    const copy = original.copy();
    expect(copy._values).toBe(original._values);
    copy.run(() => user.set('bob'));
    const written = copy._values;
    expect(written).not.toBe(original._values);
    copy.run(() => user.set('carl'));
    expect(copy._values).toBe(written);
    expect([original.get(user), copy.get(user)]).toEqual(['ada', 'carl']);
  });

  it('is not even made for a task if no variable is set', () => {
    function* main(): Coroutine<unknown[]> {
      const task = createTask(sleep(0));
      const contexts = [task._context];
      user.set('ada');
      return [...contexts, createTask(sleep(0))._context instanceof Context];
    }
    expect(run(main())).toEqual([null, true]);
  });

  it('in which a loop was run is current for code outside tasks and callbacks', () => {
    const loop = new EventLoop();
    const seen: string[] = [];
    loop.setExceptionHandler(() => seen.push(user.get()));
    loop.callSoon(() => {
      user.set('of the callback');
      throw new Error('is handled in the context of the callback');
    });
    function* main(): Coroutine<void> {
      yield* sleep(0);
      getRunningLoop().callExceptionHandler({ message: 'is handled in the context of the task' });
    }
    const context = new Context();
    context.run(() => {
      user.set('of the loop');
      loop.runUntilComplete(main());
      loop.callExceptionHandler({ message: 'is handled here' });
    });
    expect(seen).toEqual(['of the callback', 'of the loop', 'of the loop']);
  });

  it('is a copy of that in which shield was called, for an error that nobody waits for there any more', () => {
    const seen: string[] = [];
    function* fail(): Coroutine<never> {
      yield* sleep(1);
      throw new Error('late');
    }
    function* shields(name: string, shielded: () => Future): Coroutine<void> {
      user.set(name);
      const outer = shielded();
      user.set('changed');
      yield* outer;
    }
    function* main(): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_, { message }) => seen.push(`${user.get()}: ${message}`));
      const future = getRunningLoop().createFuture();
      const tasks = [
        createTask(shields('ada', () => shield(shield(fail())))),
        createTask(shields('bob', () => shield(future))),
      ];
      yield* sleep(0);
      user.set('main');
      for (const task of tasks) task.cancel();
      yield* gather(tasks, { returnExceptions: true });
      future.setException(new Error('of a future'));
      yield* sleep(2);
    }
    run(main());
    expect(seen).toEqual(['bob: Error exception in shielded future', 'ada: Error exception in shielded future']);
  });
});
