/* ContextTest of CPython's test_context: variables, tokens and contexts, without a loop. */
import { describe, expect, it } from 'vitest';
import {
  Context,
  ContextVar,
  copyContext,
  LookupError,
  RuntimeError,
  Token,
} from '../../src/engine/scheduler/index.ts';

/** A test in its own empty context: upstream's `isolated_context`. */
function isolated(title: string, body: () => void): void {
  it(title, () => {
    new Context().run(body);
  });
}

const failure = new Error('of the program');

function fails(..._args: unknown[]): never {
  throw failure;
}

describe('ContextTest: variables and contexts', () => {
  isolated('test_context_var_new_1: the name of a variable is a text', () => {
    expect(() => new ContextVar(1 as never)).toThrow(new TypeError('Expected a name, but got 1.'));
    expect(new ContextVar('aaa').name).toBe('aaa');
  });

  isolated('test_context_typerrors_1: a context is asked for variables only', () => {
    const context = new Context();
    const wrong = new TypeError('Expected a ContextVar, but got 1.');
    expect(() => context.has(1 as never)).toThrow(wrong);
    expect(() => context.get(1 as never)).toThrow(wrong);
  });

  isolated('test_context_get_context_1: copyContext gives a context', () => {
    expect(copyContext()).toBeInstanceOf(Context);
  });

  isolated('test_context_getset_1: a value is what was set last, until a token takes that back', () => {
    const c = new ContextVar<unknown>('c');
    expect(() => c.get()).toThrow(LookupError);
    expect(c.get(null)).toBeNull();

    const first = c.set(42);
    expect(c.get()).toBe(42);
    expect(c.get(null)).toBe(42);
    expect(first.oldValue).toBe(Token.MISSING);
    expect(first.var).toBe(c);

    const second = c.set('spam');
    expect(c.get()).toBe('spam');
    expect(c.get(null)).toBe('spam');
    expect(second.oldValue).toBe(42);
    c.reset(second);
    expect(c.get()).toBe(42);
    expect(c.get(null)).toBe(42);

    c.set('spam2');
    const used = new RuntimeError("The token of 'c' has already been used once");
    expect(() => { c.reset(second); }).toThrow(used); // prettier-ignore
    expect(c.get()).toBe('spam2');
    const context = copyContext();
    expect(context.has(c)).toBe(true);

    c.reset(first);
    expect(() => { c.reset(first); }).toThrow(used); // prettier-ignore
    expect(c.get(null)).toBeNull();
    expect(context.has(c)).toBe(true);
    expect(context.get(c)).toBe('spam2');
    expect(context.get(c, 'aa')).toBe('spam2');
    expect(context.size).toBe(1);
    expect([...context.entries()]).toEqual([[c, 'spam2']]);
    expect([...context.values()]).toEqual(['spam2']);
    expect([...context.keys()]).toEqual([c]);
    expect([...context]).toEqual([c]);

    const empty = copyContext();
    expect(empty.has(c)).toBe(false);
    expect(empty.get(c)).toBeUndefined();
    expect(empty.get(c, 'aa')).toBe('aa');
    expect(empty.size).toBe(0);
    expect([...empty]).toEqual([]);
  });

  isolated('test_context_getset_2: a token is good for the variable that made it', () => {
    const token = new ContextVar<number>('v1').set(42);
    const other = new ContextVar<number>('v2');
    const expected = new RangeError("The token of 'v1' was created by a different ContextVar");
    expect(() => { other.reset(token); }).toThrow(expected); // prettier-ignore
  });

  isolated('test_context_getset_3: a default is not in the context', () => {
    const c = new ContextVar('c', { default: 42 });
    const context = new Context();
    context.run(() => {
      expect(c.get()).toBe(42);
      expect(context.get(c)).toBeUndefined();
      expect(context.get(c, 'spam')).toBe('spam');
      expect(context.has(c)).toBe(false);
      expect([...context.keys()]).toEqual([]);

      const token = c.set(1);
      expect([...context.keys()]).toEqual([c]);
      expect(context.get(c)).toBe(1);

      c.reset(token);
      expect([...context.keys()]).toEqual([]);
      expect(context.get(c)).toBeUndefined();
    });
  });

  isolated('test_context_getset_4: a token is good in the context in which it was made', () => {
    const c = new ContextVar('c', { default: 42 });
    const token = new Context().run(() => c.set(1));
    const expected = new RangeError("The token of 'c' was created in a different Context");
    expect(() => { c.reset(token); }).toThrow(expected); // prettier-ignore
  });

  isolated('test_context_getset_5: what is set in a copy is not set in the original', () => {
    const c = new ContextVar<number[]>('c', { default: [42] });
    c.set([]);
    copyContext().run(() => {
      c.set([]);
      c.get().push(42);
      expect(c.get()).toEqual([42]);
    });
    expect(c.get()).toEqual([]);
  });

  isolated('test_context_copy_1: a copy has the values of the moment, and goes its own way from there', () => {
    const original = new Context();
    const c = new ContextVar('c', { default: 42 });
    original.run(() => {
      c.set(10);
      const copy = original.copy();
      expect(copy.get(c)).toBe(10);
      c.set(20);
      expect(original.get(c)).toBe(20);
      expect(copy.get(c)).toBe(10);
      copy.run(() => {
        expect(c.get()).toBe(10);
        c.set(30);
        expect(c.get()).toBe(30);
      });
      expect(original.get(c)).toBe(20);
      expect(copy.get(c)).toBe(30);
    });
  });
});

describe('ContextTest: run', () => {
  isolated('test_context_run_1: run needs something to call', () => {
    expect(() => new Context().run(undefined as never)).toThrow(TypeError);
  });

  isolated('test_context_run_2: run passes arguments on and gives what is returned', () => {
    const context = new Context();
    const func = (...args: unknown[]): unknown[] => [...args, 'bar'];
    expect(context.run(func)).toEqual(['bar']);
    expect(context.run(func, 1)).toEqual([1, 'bar']);
    expect(context.run(func, 11, { a: 2 })).toEqual([11, { a: 2 }, 'bar']);
  });

  isolated('test_context_run_3: what is raised comes out of run, which can be called again', () => {
    const context = new Context();
    expect(() => context.run(fails)).toThrow(failure);
    expect(() => context.run(fails, 1, 2)).toThrow(failure);
    expect(() => context.run(fails, 1, 2, { a: 123 })).toThrow(failure);
  });

  isolated('test_context_run_4: a context inside another one knows nothing of that', () => {
    const outer = new Context();
    const inner = new Context();
    const variable = new ContextVar<string>('var');
    const copy = outer.run(() => {
      expect(variable.get(null)).toBeNull();
      variable.set('spam');
      inner.run(() => {
        expect(variable.get(null)).toBeNull();
      });
      expect(variable.get(null)).toBe('spam');
      const current = copyContext();
      expect(current.size).toBe(1);
      expect(current.get(variable)).toBe('spam');
      return current;
    });
    expect([...outer.entries()]).toEqual([...copy.entries()]);
    expect(copy.get(variable)).toBe('spam');
    expect(copy.has(variable)).toBe(true);
  });

  isolated('test_context_run_5: a context is left when the function raises', () => {
    const context = new Context();
    const variable = new ContextVar<string>('var');
    const setsAndFails = (): void => {
      expect(variable.get(null)).toBeNull();
      variable.set('spam');
      fails();
    };
    expect(() => { context.run(setsAndFails); }).toThrow(failure); // prettier-ignore
    expect(variable.get(null)).toBeNull();
  });

  isolated('test_context_run_6: what is set is in the context', () => {
    const context = new Context();
    const c = new ContextVar('a', { default: 0 });
    context.run(() => {
      expect(c.get()).toBe(0);
      expect(context.get(c)).toBeUndefined();
      c.set(42);
      expect(c.get()).toBe(42);
      expect(context.get(c)).toBe(42);
    });
  });

  isolated('test_context_run_7: a context cannot be entered inside itself', () => {
    const context = new Context();
    let refused = 0;
    const enters = (): void => {
      expect(() => { context.run(enters); }).toThrow(new RuntimeError('cannot enter context: it is already entered')); // prettier-ignore
      refused++;
    };
    context.run(enters);
    expect(refused).toBe(1);
  });
});

describe('ContextTest: a token as a block', () => {
  isolated('test_token_contextmanager_with_default: at the end of the block the default is back', () => {
    const c = new ContextVar('c', { default: 42 });
    {
      using token = c.set(36);
      expect(token.var.get()).toBe(36);
    }
    expect(c.get()).toBe(42);
  });

  isolated('test_token_contextmanager_without_default: at the end of the block there is no value', () => {
    const c = new ContextVar<number>('c');
    {
      using token = c.set(36);
      expect(token.var.get()).toBe(36);
    }
    expect(() => c.get()).toThrow(
      new LookupError("Expected a value of the context variable 'c', but got none. Set it, or call get(fallback)."),
    );
  });

  isolated('test_token_contextmanager_on_exception: the value is back when the block raises', () => {
    const c = new ContextVar('c', { default: 42 });
    const failsInside = (): void => {
      using token = c.set(36);
      expect(token.var.get()).toBe(36);
      fails();
    };
    expect(failsInside).toThrow(failure);
    expect(c.get()).toBe(42);
  });

  const used = new RuntimeError("The token of 'c' has already been used once");

  isolated('test_token_contextmanager_reentrant: a token is good for one block', () => {
    const c = new ContextVar('c', { default: 42 });
    const token = c.set(36);
    const enters = (): void => {
      using outer = token;
      using inner = token;
      expect([outer, inner]).toEqual([token, token]);
      expect(c.get()).toBe(36);
    };
    expect(enters).toThrow(used);
    expect(c.get()).toBe(42);
  });

  isolated('test_token_contextmanager_multiple_c_set: what is set in the block is gone with it', () => {
    const c = new ContextVar('c', { default: 42 });
    {
      using token = c.set(36);
      expect(token.var.get()).toBe(36);
      c.set(24);
      expect(c.get()).toBe(24);
      c.set(12);
      expect(c.get()).toBe(12);
    }
    expect(c.get()).toBe(42);
  });

  isolated('test_token_contextmanager_with_explicit_reset_the_same_token: a token is used once', () => {
    const c = new ContextVar('c', { default: 42 });
    const resets = (): void => {
      using token = c.set(36);
      expect(token.var.get()).toBe(36);
      c.reset(token);
      expect(c.get()).toBe(42);
    };
    expect(resets).toThrow(used);
    expect(c.get()).toBe(42);
  });

  isolated('test_token_contextmanager_with_explicit_reset_another_token: tokens nest', () => {
    const c = new ContextVar('c', { default: 42 });
    {
      using outer = c.set(36);
      expect(c.get()).toBe(36);
      const inner = c.set(24);
      expect(c.get()).toBe(24);
      c.reset(inner);
      expect(outer.oldValue).toBe(Token.MISSING);
      expect(c.get()).toBe(36);
    }
    expect(c.get()).toBe(42);
  });
});
