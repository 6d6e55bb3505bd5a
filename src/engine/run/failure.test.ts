import { expect, test } from 'vitest';
import { findCause, isFailureCause, readReport } from './failure.ts';

test.each([
  ['Uncaught RangeError: WebAssembly.Memory(): could not allocate memory', 'memory'],
  ['RangeError: Out of memory', 'memory'],
  ['uncaught exception: out of memory', 'memory'],
  ['Error: Out of memory: Cannot allocate Wasm memory for new instance', 'memory'],
  ['RangeError: Maximum call stack size exceeded.', 'engine'],
  ['InternalError: too much recursion', 'engine'],
  ['CompileError: WebAssembly.compileStreaming(): invalid value type 0x69', 'engine'],
  ['Uncaught ReferenceError: DecompressionStream is not defined', 'engine'],
  ['RuntimeError: memory access out of bounds', 'unknown'],
  [
    "RuntimeError: call_indirect to a signature that does not match (evaluating 'Module._init_pyodide_proxy()')",
    'unknown',
  ],
  ['', 'unknown'],
])('the report "%s" means: %s', (report, cause) => {
  expect(findCause(report)).toBe(cause);
});

test("quotes an engine's report without the prefix that its console adds", () => {
  for (const report of ['Uncaught RangeError: full', 'RangeError: full', 'Uncaught (in promise) RangeError: full.'])
    expect(readReport(report)).toEqual({
      cause: 'memory',
      message: 'the engine of this browser says “RangeError: full”',
    });
});

test('accepts only the names of causes as causes', () => {
  expect(isFailureCause('memory')).toBe(true);
  for (const value of ['', 'Memory', 'toString', 1, undefined, ['memory']]) expect(isFailureCause(value)).toBe(false);
});
