import ts from 'typescript';

/** The module with the functions that lowered code calls. */
export const loweringModule = '@yieldpoint/scheduler/lowering';

/**
 * TypeScript exports its transformers but does not declare them. The version of `typescript` is pinned, and tests compare the
 * output.
 */
type Transformers = Readonly<
  Record<
    'transformESNext' | 'transformES2019' | 'transformES2018' | 'transformES2017',
    ts.TransformerFactory<ts.SourceFile>
  >
>;
const { transformESNext, transformES2019, transformES2018, transformES2017 } = ts as unknown as Transformers;

/**
 * TypeScript's own lowering of `using`, async generators, `for await` and `async`/`await` to generators and calls of helpers. It
 * lowers nothing else that browsers can run, except that ES2018 includes object spread, and ES2017 needs ES2019 for `catch {}`.
 */
export const lowerAsync: readonly ts.TransformerFactory<ts.SourceFile>[] = [
  transformESNext,
  transformES2019,
  transformES2018,
  transformES2017,
];

const helpers: ReadonlyMap<string, string> = new Map([
  ['typescript:awaiter', '__awaiter'],
  ['typescript:await', '__await'],
  ['typescript:asyncGenerator', '__asyncGenerator'],
  ['typescript:asyncDelegator', '__asyncDelegator'],
  ['typescript:asyncValues', '__asyncValues'],
  ['typescript:addDisposableResource', '__addDisposableResource'],
  ['typescript:disposeResources', '__disposeResources'],
]);

/** Removes TypeScript's helpers for promises from the file and returns the names of our helpers that replace them. */
export function takeHelpers(file: ts.SourceFile): readonly string[] {
  const names: string[] = [];
  for (const helper of [...(ts.getEmitHelpers(file) ?? [])]) {
    const name = helpers.get(helper.name);
    if (name === undefined) continue;
    ts.removeEmitHelper(file, helper);
    names.push(name);
  }
  return names.sort();
}
