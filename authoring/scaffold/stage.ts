import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * New files are written in `content/.new-<process>-…/<article>/`, which nothing reads. That folder's new name, `.ready-…`, says that
 * they are whole; from there they are moved to the article. Whoever is killed before has written nothing, and whoever is killed after
 * has the rest done by the next command that calls `settleStages`.
 */
export function stageFiles(root: string, slug: string, files: Readonly<Record<string, string>>): void {
  settleStages(root);
  const content = path.join(root, 'content');
  const folder = mkdtempSync(path.join(content, `.new-${process.pid}-`));
  const ready = path.join(content, path.basename(folder).replace('.new-', '.ready-'));
  try {
    mkdirSync(path.join(folder, slug));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, slug, name), text);
    renameSync(folder, ready);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  moveStage(root, ready);
}

/** Does what a killed command has left to do: moves files that are whole to their place, and removes those that are not. */
export function settleStages(root: string): void {
  const content = path.join(root, 'content');
  if (!existsSync(content)) return;
  for (const name of readdirSync(content)) {
    const [, state, pid] = /^\.(new|ready)-(\d+)-/.exec(name) ?? [];
    if (state === undefined || isRunning(Number(pid))) continue;
    if (state === 'ready') moveStage(root, path.join(content, name));
    else rmSync(path.join(content, name), { recursive: true, force: true });
  }
}

function moveStage(root: string, ready: string): void {
  for (const slug of readdirSync(ready)) {
    const [from, to] = [path.join(ready, slug), path.join(root, 'content/articles', slug)];
    mkdirSync(path.dirname(to), { recursive: true });
    // An article is moved whole.
    if (!existsSync(to)) renameSync(from, to);
    // The text comes after the programs that it names.
    else for (const name of readdirSync(from).sort(textLast)) moveFile(path.join(from, name), path.join(to, name));
  }
  rmSync(ready, { recursive: true, force: true });
}

/** Moves a new file, or a text that what is there is the beginning of; what has been written since stays as it is. */
function moveFile(from: string, to: string): void {
  if (existsSync(to) && !readFileSync(from, 'utf8').startsWith(readFileSync(to, 'utf8').trimEnd())) return;
  renameSync(from, to);
}

function textLast(a: string, b: string): number {
  return Number(a.endsWith('.mdx')) - Number(b.endsWith('.mdx'));
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
