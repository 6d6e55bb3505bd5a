import { DemoError } from '../../src/demos/demo-error.ts';
import { type DemoPair, listPairs } from '../../src/demos/find-pairs.ts';
import { checkComponents } from './check-components.ts';
import { checkDemosUsed } from './check-demos-used.ts';
import { checkFences } from './check-fences.ts';
import { checkReferences } from './check-references.ts';
import { checkSlugs } from './check-slugs.ts';
import { checkSourcesUsed } from './check-sources-used.ts';
import { checkTextLinks } from './check-text-links.ts';
import { checkUnique } from './check-unique.ts';
import { checkWidths } from './check-widths.ts';
import { type Finding, toFinding } from './finding.ts';
import { loadContent } from './load-content.ts';

/**
 * Every rule for `content/` that runs no program, needs no browser and no build, in the order in which a contributor would mend them.
 * That programs compile is the rule of `checkPrograms`, because TypeScript takes longer than all of these.
 */
export function checkContent(root: string): readonly Finding[] {
  const content = loadContent(root);
  const listed = listPairs(root);
  const broken = listed.filter((pair): pair is DemoError => pair instanceof DemoError);
  const pairs = listed.filter((pair): pair is DemoPair => !(pair instanceof DemoError));
  return [
    ...content.findings,
    ...broken.map(toFinding),
    ...checkUnique(content),
    ...checkReferences(content),
    ...checkComponents(content),
    ...checkFences(content),
    ...checkTextLinks(root, content),
    ...checkSourcesUsed(content),
    ...checkSlugs(root),
    ...checkWidths(pairs),
    ...checkDemosUsed(content, pairs, new Set(broken.map(({ file }) => file.replace(/\.(ts|py)$/, '')))),
  ];
}
