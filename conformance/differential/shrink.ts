import { findFault } from './check-program.ts';
import type { Program } from './program.ts';
import { simplifyProgram } from './simplify.ts';
import { removeUnused } from './list-globals.ts';

/** Which of the programs still fail. */
export type FindFailing = (programs: readonly Program[]) => readonly boolean[];

/** How many programs are tried in one call, and how many in total. */
const batch = 16;
const most = 6_000;

/** Returns the simplest failing program that can be found by simplifying a failing one step by step. */
export function shrink(failing: Program, findFailing: FindFailing): Program {
  let best = removeUnused(failing);
  const tried = new Set<string>();
  for (let found: Program | undefined = best; found !== undefined; best = found ?? best) {
    found = findSimpler(best, findFailing, tried);
  }
  return best;
}

function findSimpler(program: Program, findFailing: FindFailing, tried: Set<string>): Program | undefined {
  let candidates: Program[] = [];
  const test = (): Program | undefined => {
    const failing = findFailing(candidates);
    const found = candidates.find((_, index) => failing[index] === true);
    candidates = [];
    return found;
  };
  for (const each of simplifyProgram(program)) {
    const simpler = removeUnused(each);
    const text = JSON.stringify(simpler);
    if (tried.has(text) || findFault(simpler) !== undefined) continue;
    if (tried.size >= most) return undefined;
    tried.add(text);
    candidates.push(simpler);
    if (candidates.length < batch) continue;
    const found = test();
    if (found) return found;
  }
  return candidates.length > 0 ? test() : undefined;
}
