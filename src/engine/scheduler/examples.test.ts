import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile/compile.ts';
import { fixedChance } from '../run/chance.ts';
import { createGlobals } from '../run/typescript/program-globals.ts';
import { evaluateProgram } from '../../build/typescript/evaluate-program.ts';
import { readExamples } from './fixtures/read-examples.ts';
import * as scheduler from './index.ts';
import * as lowering from './lowering.ts';

/** The output of a program, compiled like every program of the site. */
async function outputOf(program: string): Promise<string> {
  const compiled = compile(program, { instrument: false });
  if (compiled.kind === 'rejected') throw new Error(compiled.errors.map(({ message }) => message).join('\n'));
  const printed: string[] = [];
  const console = { log: (...values: unknown[]) => printed.push(`${format(...values)}\n`) } as unknown as Console;
  let inRealTime: Promise<unknown> | undefined;
  const runRealTime = (...args: Parameters<typeof scheduler.runRealTime>): Promise<unknown> =>
    (inRealTime = scheduler.runRealTime(...args));
  const modules: Record<string, object> = {
    '@yieldpoint/scheduler': { ...scheduler, runRealTime },
    '@yieldpoint/scheduler/lowering': lowering,
  };
  evaluateProgram(compiled.code)(
    (name) => modules[name],
    {},
    console,
    createGlobals(() => 0, fixedChance),
  );
  await inRealTime;
  return printed.join('');
}

describe('the examples of the README', () => {
  const examples = readExamples(readFileSync(path.join(import.meta.dirname, 'README.md'), 'utf8'));

  it.each(examples)('print what is said under "$title"', async ({ program, output }) => {
    expect(await outputOf(program)).toBe(output);
  });

  it('are all followed by their output', () => {
    expect(() => readExamples('# Broken\n\n```ts\nrun(main());\n```\n\nText.\n')).toThrow(
      'README.md, "Broken": Expected a text fence with the output of the example, but got none.',
    );
  });
});
