import ts from 'typescript';

/** Where the functions live that lowered code calls. */
export const loweringModule = '@yieldpoint/scheduler/lowering';

/** TypeScript exports its transformers, but does not declare them. `typescript` is pinned, and tests compare what they write. */
type Transformers = Readonly<
  Record<
    'transformESNext' | 'transformES2019' | 'transformES2018' | 'transformES2017',
    ts.TransformerFactory<ts.SourceFile>
  >
>;
const { transformESNext, transformES2019, transformES2018, transformES2017 } = ts as unknown as Transformers;

/**
 * TypeScript's own lowering of `using`, async generators, `for await` and `async`/`await` to generators and calls of helpers,
 * and of nothing else that browsers can run; 2018 brings object spread along, and 2017 relies on 2019 for `catch {}`.
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

/** Takes TypeScript's helpers for promises out of the file and returns the names of ours that have to stand in for them. */
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
