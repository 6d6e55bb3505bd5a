import { DemoError } from '../../src/build/demos/demo-error.ts';
import { type DemoPair, listPairs } from '../../src/build/demos/find-pairs.ts';
import { checkCharacters } from './check-characters.ts';
import { checkComponents } from './check-components.ts';
import { checkDates, findToday } from './check-dates.ts';
import { checkDemosKnown } from './check-demos-known.ts';
import { checkDemosUsed } from './check-demos-used.ts';
import { checkFences } from './check-fences.ts';
import { checkHeadings } from './check-headings.ts';
import { checkPictures } from './check-pictures.ts';
import { checkPredictions } from './check-predictions.ts';
import { checkReferences } from './check-references.ts';
import { checkRefutations } from './check-refutations.ts';
import { checkSlugs } from './check-slugs.ts';
import { checkSourcesUsed } from './check-sources-used.ts';
import { checkTables } from './check-tables.ts';
import { checkTextLinks } from './check-text-links.ts';
import { checkUnique } from './check-unique.ts';
import { checkVersions } from './check-versions.ts';
import { checkVersionResults } from './check-version-results.ts';
import { checkWidths } from './check-widths.ts';
import { type Finding, toFinding } from './finding.ts';
import { listContent } from './list-content.ts';
import { loadContent } from './load-content.ts';

/** The findings of the rules for `content/`. */
export type ContentFaults = {
  /** Faults that keep a page from being shown as written: files with a wrong shape, and names of things that do not exist. */
  readonly breaking: readonly Finding[];
  readonly rest: readonly Finding[];
};

/**
 * Runs every rule for `content/` that runs no program and needs no browser and no build, in the order in which a contributor would
 * fix the findings. `checkPrograms` checks that programs compile, because TypeScript takes longer than all of these rules.
 */
export function checkContent(root: string): readonly Finding[] {
  const { breaking, rest } = findContentFaults(root);
  return [...breaking, ...rest];
}

/** The findings of `checkContent`, with those separate that keep a page from being shown. */
export function findContentFaults(root: string): ContentFaults {
  const content = loadContent(root);
  const listed = listPairs(root);
  const broken = listed.filter((pair): pair is DemoError => pair instanceof DemoError);
  const pairs = listed.filter((pair): pair is DemoPair => !(pair instanceof DemoError));
  const brokenPaths = new Set(broken.map(({ file }) => file.replace(/\.(ts|py)$/, '')));
  // No other finding about such a file is useful.
  const garbled = checkCharacters(root, listContent(root));
  const isProgram = ({ file }: Finding): boolean => /\.(?:ts|py)$/.test(file);
  const isReadable = ({ file }: Finding): boolean => garbled.every((finding) => finding.file !== file);
  return {
    breaking: [
      ...garbled.filter((finding) => !isProgram(finding)),
      ...[
        ...content.findings,
        ...checkReferences(content),
        ...checkComponents(content),
        ...checkFences(content),
        ...checkDemosKnown(content, pairs, brokenPaths),
      ].filter(isReadable),
    ],
    rest: [
      ...garbled.filter(isProgram),
      ...[
        ...broken.map(toFinding),
        ...checkUnique(content),
        ...checkTextLinks(root, content),
        ...checkRefutations(content),
        ...checkHeadings(content),
        ...checkTables(content),
        ...checkDates(content, findToday(root)),
        ...checkVersions(content),
        ...checkPictures(root),
        ...checkSourcesUsed(content),
        ...checkSlugs(root),
        ...checkVersionResults(root, content),
        ...checkWidths(pairs),
        ...checkDemosUsed(content, pairs),
        ...checkPredictions(content, pairs),
      ].filter(isReadable),
    ],
  };
}
