import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { locateCache } from '../cache/locate-cache.ts';
import { parseTrace } from '../../engine/trace/event/parse-trace.ts';
import type { Demo, Runs, StoredDemo } from './demo.ts';

/** Where builds keep the runs of demos, one file for each pair. */
export type RunFiles = {
  has(name: string): boolean;
  write(name: string, runs: Runs): void;
  /** Removes all other runs, unless another build has made them within the last day. */
  retain(names: ReadonlySet<string>): void;
};

const dayMs = 24 * 60 * 60 * 1000;

/** @param root the project's folder */
export function openRunFiles(root: string): RunFiles {
  const folder = locate(root);
  mkdirSync(folder, { recursive: true });
  return {
    has: (name) => existsSync(path.join(folder, `${name}.json`)),
    write(name, { trace, cpython }) {
      const part = path.join(folder, `${name}.${process.pid}.part`);
      writeFileSync(part, JSON.stringify({ trace, cpython } satisfies Runs));
      renameSync(part, path.join(folder, `${name}.json`));
    },
    retain(names) {
      const yesterday = Date.now() - dayMs;
      for (const file of readdirSync(folder)) {
        const isKept = names.has(path.basename(file, '.json'));
        if (!isKept && statSync(path.join(folder, file)).mtimeMs < yesterday) rmSync(path.join(folder, file));
      }
    },
  };
}

/**
 * Reads a stored demo with its runs. A page reads a demo when it is rendered; a page reused from the last build reads none.
 *
 * @throws {TraceError} if a run does not have the form that this code writes
 */
export function readDemo({ runs, eventCount: _, ...pair }: StoredDemo, root = process.cwd()): Demo {
  const text = readFileSync(path.join(locate(root), `${runs}.json`), 'utf8');
  const { trace, cpython } = JSON.parse(text) as Readonly<Record<keyof Runs, unknown>>;
  return { ...pair, trace: parseTrace(trace), cpython: parseTrace(cpython) };
}

function locate(root: string): string {
  return path.join(locateCache(root), 'runs');
}
