import { compile } from '../../src/engine/compile/compile.ts';
import { mainKey } from '../../src/engine/compile/main-key.ts';
import type { PositionTable } from '../../src/engine/compile/position-table.ts';
import type { Trace } from '../../src/engine/trace/event/events.ts';
import { evaluateProgram } from '../../src/build/typescript/evaluate-program.ts';
import { runProgram, type ProgramBody } from '../../src/engine/run/typescript/run-program.ts';
import type { Program } from './program.ts';
import { preludeImports, typescriptPrelude } from './typescript-prelude.ts';
import { writeTypeScriptParts, type Style } from './write-typescript.ts';

/** How far a program may go, in either language. */
export const limits = { maxIterations: 2_000, maxEvents: 1_000_000, maxOutput: 1_000_000 } as const;

/**
 * Returns the traces of programs on the scheduler. All share one module, which takes a tenth of the time of separate modules.
 *
 * @param isRecorded whether frames and variables are recorded; only compiled code can do that
 */
export function runTypeScript(programs: readonly Program[], style: Style, isRecorded = false): Trace[] {
  const { code, positions } = writeModule(programs, style, isRecorded);
  const body = evaluateProgram(code);
  return programs.map((_, index) => runProgram(only(body, index), { positions, linesBefore: 0 }, limits));
}

function writeModule(
  programs: readonly Program[],
  style: Style,
  isRecorded: boolean,
): { code: string; positions: PositionTable } {
  const parts = programs.map((program) => writeTypeScriptParts(program, style));
  const imports = [...new Set([...preludeImports, ...parts.flatMap((part) => [...part.imports])])].join(', ');
  const functions = parts.map(
    ({ declarations }, index) => `function program${index}() {\n${declarations}return main;\n}\n`,
  );
  const text = `${typescriptPrelude}${functions.join('')}`;
  if (style !== 'async') {
    const given = `const { ${imports} } = require('@yieldpoint/scheduler');\nconst { ${helpers} } = require('@yieldpoint/scheduler/lowering');\n`;
    const exported = programs.map((_, index) => `exports.program${index} = program${index};\n`).join('');
    return { code: `${given}${text}${exported}`, positions: [] };
  }
  const exported = programs.map((_, index) => `program${index}`).join(', ');
  const source = `import { ${imports} } from '@yieldpoint/scheduler';\n${text}export { ${exported} };\n`;
  const compiled = compile(source, { instrument: isRecorded ? 'full' : false });
  if (compiled.kind === 'compiled') return compiled;
  throw new Error(`Expected programs that compile, but got ${JSON.stringify(compiled.errors)} for\n${source}`);
}

const helpers = '__addDisposableResource, __asyncGenerator, __asyncValues, __await, __awaiter, __disposeResources';

/** The program at `index` of the module, as if it were alone in it. */
function only(body: ProgramBody, index: number): ProgramBody {
  return (require, exports, console, globals) => {
    const module: Record<string, unknown> = {};
    body(require, module, console, globals);
    exports[mainKey] = (module[`program${index}`] as () => unknown)();
  };
}
