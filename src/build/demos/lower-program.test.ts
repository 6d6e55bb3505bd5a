import path from 'node:path';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { compile, type CompileOptions } from '../../engine/compile/compile.ts';
import { loweringModule } from '../../engine/compile/lower-async.ts';
import { mainKey } from '../../engine/compile/main-key.ts';
import { writeRandomProgram } from '../../../conformance/instrumentation/write-random-program.ts';
import { findPairs } from './find-pairs.ts';
import { lowerProgram } from './lower-program.ts';
import { takeProbesOut } from '../../../conformance/instrumentation/take-probes-out.ts';

function compileWhole(source: string, options: CompileOptions = {}): string {
  const compiled = compile(source, options);
  if (compiled.kind === 'rejected') throw new Error(JSON.stringify(compiled.errors));
  return compiled.code;
}

/** Normalizes code: one statement a line, no comments, no block around a single statement, and no yield without a value. */
function normalize(code: string): string {
  const { code: short } = transformSync(code, { minifySyntax: true, minifyWhitespace: true });
  return short.replaceAll(';', ';\n').replaceAll('yield void 0', 'yield');
}

/**
 * What the runners get, without probes, without the line that takes the helpers of lowered code, and without the line that says
 * where to start.
 */
function whatRuns(source: string): string {
  const code = takeProbesOut(compileWhole(source)).replace(/^const \{ __.* \} = require\(".*"\);\n/m, '');
  return normalize(code.replace(`exports[${JSON.stringify(mainKey)}] = exports.main;\n`, ''));
}

/** What the page shows, with its imports written as the runners need them, so that the helpers have the same names. */
function whatIsShown(code: string): string {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ESNext };
  const { outputText } = ts.transpileModule(code, { compilerOptions });
  const withoutImport = outputText.replace(`const lowering_1 = require("${loweringModule}");\n`, '');
  return normalize(withoutImport.replaceAll(/\(0, lowering_1\.(\w+)\)/g, '$1'));
}

const pairs = findPairs(path.resolve(import.meta.dirname, '../../..'));

describe('the JavaScript that is shown of a program', () => {
  it.each(pairs)('is what runs, without its probes: $id', async (pair) => {
    expect(whatIsShown(await lowerProgram(pair))).toBe(whatRuns(pair.typescript.source));
  });

  it('is what runs, without its probes, for programs with every construct', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { maxLength: 300, size: 'max' }), (decisions) => {
        const source = writeRandomProgram(decisions);
        const shown = compileWhole(source, { instrument: false, format: 'module' });
        expect(whatIsShown(shown)).toBe(whatRuns(source));
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it('is not equal to that of a program that does more', () => {
    const source = `export async function main() { console.log(1); }`;
    const more = `export async function main() { console.log(1); await 2; }`;
    expect(whatIsShown(compileWhole(source, { instrument: false, format: 'module' }))).not.toBe(whatRuns(more));
  });
});
