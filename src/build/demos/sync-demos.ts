import { digestText } from '../cache/digest-text.ts';
import type { PairRunner } from './create-pair-runner.ts';
import type { Demo, StoredDemo } from './demo.ts';
import { DemoError } from './demo-error.ts';
import { type DemoPair, listPairs } from './find-pairs.ts';
import { findRunFault } from './find-run-fault.ts';
import type { RunFiles } from './run-files.ts';

/** The part of Astro's data store that keeps demos between runs. */
type DemoStore = {
  get(id: string): { readonly data: unknown; readonly digest?: string | number | undefined } | undefined;
  keys(): string[];
  set(entry: { readonly id: string; readonly data: StoredDemo; readonly digest: string }): boolean;
  delete(id: string): void;
};

/** A project, and the store of its demos. */
export type DemoPlace = {
  /** The project's folder. */
  readonly root: string;
  /** A hash of the code that runs programs: when it changes, every pair runs again. */
  readonly engine: string;
  readonly store: DemoStore;
  readonly files: RunFiles;
};

/**
 * Brings the store up to date with the files: runs each pair that has changed since it was stored, and drops deleted pairs.
 *
 * @param onFault receives the fault of each pair that has one. If it throws, everything stops. If it returns, the pair is stored
 * with the fault and its new run, or its old run if there is no new one, and is tried again when its files change
 */
export async function syncDemos(
  { root, engine, store, files }: DemoPlace,
  runner: Pick<PairRunner, 'run'>,
  onFault: (fault: Error) => void,
): Promise<void> {
  const found = listPairs(root).map((pair) => ({ id: identify(pair), pair }));
  const ids = new Set(found.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);

  const due = found
    .map(({ id, pair }) => ({
      id,
      pair,
      digest: digestText(engine, pair instanceof DemoError ? pair.message : JSON.stringify(pair)),
    }))
    .filter(({ id, digest }) => {
      const stored = store.get(id);
      return stored?.digest !== digest || !files.has((stored.data as StoredDemo).runs);
    });

  for await (const [{ id, digest }, run] of runAhead(due, runner)) {
    let demo = store.get(id)?.data as StoredDemo | undefined;
    try {
      if (run instanceof Error) throw run;
      const { trace, cpython, ...pair } = run;
      files.write(digest, { trace, cpython });
      demo = { ...pair, runs: digest, eventCount: trace.events.length };
      const fault = findRunFault(pair, trace, cpython);
      if (fault !== undefined) throw fault;
      store.set({ id, data: demo, digest });
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      onFault(fault);
      if (demo !== undefined) store.set({ id, data: { ...demo, fault: fault.message }, digest });
    }
  }
  files.retain(new Set([...ids].map((id) => (store.get(id)?.data as StoredDemo | undefined)?.runs ?? '')));
}

/** How many pairs the runner gets before the first is done, so that the thread of one language does not wait for the other. */
const ahead = 8;

/** The results of the pairs, in their order. */
async function* runAhead<T extends { readonly pair: DemoPair | DemoError }>(
  due: readonly T[],
  runner: Pick<PairRunner, 'run'>,
): AsyncGenerator<readonly [T, Demo | Error]> {
  const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
  const start = ({ pair }: T): Promise<Demo | Error> =>
    pair instanceof DemoError ? Promise.resolve(pair) : runner.run(pair).catch(toError);
  const running = new Map<T, Promise<Demo | Error>>();
  for (const [index, each] of due.entries()) {
    for (const next of due.slice(index, index + ahead)) if (!running.has(next)) running.set(next, start(next));
    yield [each, await (running.get(each) ?? start(each))];
    running.delete(each);
  }
}

function identify(pair: DemoPair | DemoError): string {
  return pair instanceof DemoError ? pair.file.replace(/^content\/articles\/(.+)\.\w+$/, '$1') : pair.id;
}
