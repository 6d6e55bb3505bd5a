import { AsyncWriter } from './async-writer.ts';
import { GeneratorWriter } from './generator-writer.ts';
import { LoweredWriter } from './lowered-writer.ts';
import { holdsFuture, isCounter, type Program } from './program.ts';
import { preludeImports, typescriptPrelude } from './typescript-prelude.ts';
import type { TypeScriptWriter } from './typescript-writer.ts';
import { listGlobals } from './list-globals.ts';

/**
 * How coroutines are written: `function*` with `yield*`; `async` with `await`; or `lowered`, the calls of helpers that TypeScript
 * makes from the latter, written directly, which saves compiling.
 */
export type Style = 'generator' | 'async' | 'lowered';

/** A program's text in parts, so that several can share one module. */
export type TypeScriptParts = {
  /** What it imports from `@yieldpoint/scheduler`, without the imports of the prelude. */
  readonly imports: ReadonlySet<string>;
  /** Its variables and functions; one of these is `main`. */
  readonly declarations: string;
};

/** Returns a description as a TypeScript program, complete with its prelude unless `prelude` is false. */
export function writeTypeScript(program: Program, style: 'generator' | 'async', prelude = true): string {
  const { imports, declarations } = writeTypeScriptParts(program, style);
  const names = [...new Set([...(prelude ? preludeImports : []), ...imports])].sort();
  const head = `import { ${names.join(', ')} } from '@yieldpoint/scheduler';\n\n${prelude ? `${typescriptPrelude}\n` : ''}`;
  return `${head}${declarations}export { main };\n`;
}

/** Returns a description as the parts of a TypeScript program. */
export function writeTypeScriptParts(program: Program, style: Style): TypeScriptParts {
  const writer: TypeScriptWriter = new writers[style]();
  const names = listGlobals(program);
  const initial = (name: string): string => (isCounter(name) ? `${name} = 0` : name);
  if (names.length > 0) writer.line(`let ${names.map(initial).join(', ')};`);
  writer.line('let loop;');
  for (const written of program.functions) writer.function(written, names.filter(holdsFuture));
  return { imports: writer.imports, declarations: writer.text };
}

const writers = { generator: GeneratorWriter, async: AsyncWriter, lowered: LoweredWriter };
