import { DemoError } from '../../src/demos/demo-error.ts';
import { findPairs } from '../../src/demos/find-pairs.ts';
import { checkDemosUsed } from './check-demos-used.ts';
import { checkReferences } from './check-references.ts';
import { checkUnique } from './check-unique.ts';
import type { Finding } from './finding.ts';
import { loadContent } from './load-content.ts';

/** Every rule for `content/` that needs no browser and no build, in the order in which a contributor would mend them. */
export function checkContent(root: string): readonly Finding[] {
  const content = loadContent(root);
  const pairs = readPairs(root);
  return [
    ...content.findings,
    ...pairs.findings,
    ...checkUnique(content),
    ...checkReferences(content),
    ...checkDemosUsed(content, pairs.pairs),
  ];
}

function readPairs(root: string): { pairs: ReturnType<typeof findPairs>; findings: readonly Finding[] } {
  try {
    return { pairs: findPairs(root), findings: [] };
  } catch (error) {
    if (!(error instanceof DemoError)) throw error;
    const { file, line, found, fix } = error;
    return { pairs: [], findings: [{ file, ...(line === undefined ? {} : { line }), message: found, fix }] };
  }
}
