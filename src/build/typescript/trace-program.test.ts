import { expect, it } from 'vitest';
import { traceVersion } from '../../engine/trace/event/events.ts';
import { traceProgram } from './trace-program.ts';

it('compiles a program and runs it', () => {
  expect(traceProgram('export const main = async () => 1;')).toMatchObject({
    kind: 'ran',
    trace: { version: traceVersion, language: 'typescript', outcome: { kind: 'finished', value: '1' } },
  });
});

it('gives the place of code that TypeScript accepts and the engine does not', () => {
  expect(traceProgram('type T = {\n  a: 1;\n};\nclass A {\n  constructor() {}\n  constructor() {}\n}')).toEqual({
    kind: 'rejected',
    errors: [{ message: 'A class may only have one constructor', line: 6, column: 1, length: 0, code: 90003 }],
  });
});
