import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits } from './apply-edits.ts';
import type { Finding } from './finding.ts';

/**
 * Makes the certain fixes in the files.
 *
 * @param root the project's folder
 * @returns in how many places each file was fixed
 */
export function fixFindings(root: string, findings: readonly Finding[]): ReadonlyMap<string, number> {
  const fixed = new Map<string, number>();
  for (const file of new Set(findings.map((finding) => finding.file))) {
    const edits = findings.filter((finding) => finding.file === file).flatMap((finding) => finding.edits ?? []);
    if (edits.length === 0) continue;
    const full = path.join(root, file);
    writeFileSync(full, applyEdits(readFileSync(full, 'utf8'), edits));
    fixed.set(file, edits.length);
  }
  return fixed;
}
