import { createHash } from 'node:crypto';
import { checkParity } from './check-parity.ts';
import type { PairRunner } from './create-pair-runner.ts';
import type { Demo } from './demo.ts';
import { DemoError } from './demo-error.ts';
import { type DemoPair, listPairs } from './find-pairs.ts';

/** Where demos are kept between runs: the part of Astro's data store that is used. */
export type DemoStore = {
  get(id: string): { readonly data: unknown; readonly digest?: string | number | undefined } | undefined;
  keys(): string[];
  set(entry: { readonly id: string; readonly data: Demo; readonly digest: string }): boolean;
  delete(id: string): void;
};

/**
 * Brings the store up to date with the files: runs each pair that has changed since it was stored, and drops what is gone.
 *
 * @param root the project's folder
 * @param engine a hash of the code that runs programs: when it changes, every pair runs again
 * @param onFault is given the fault of each pair that is not right. If it throws, that ends all; if it returns, the pair is stored
 *   with the fault, with its new run where there is one, and otherwise as it was; and is tried again when its files change
 */
export async function syncDemos(
  { root, engine, store }: { readonly root: string; readonly engine: string; readonly store: DemoStore },
  runner: Pick<PairRunner, 'run'>,
  onFault: (fault: Error) => void,
): Promise<void> {
  const found = listPairs(root).map((pair) => ({ id: identify(pair), pair }));
  const ids = new Set(found.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);

  for (const { id, pair } of found) {
    const digest = digestText(engine, pair instanceof DemoError ? pair.message : JSON.stringify(pair));
    const stored = store.get(id);
    if (stored?.digest === digest) continue;
    let demo = stored?.data as Demo | undefined;
    try {
      if (pair instanceof DemoError) throw pair;
      demo = await runner.run(pair);
      checkParity(demo);
      store.set({ id, data: demo, digest });
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      onFault(fault);
      if (demo !== undefined) store.set({ id, data: { ...demo, fault: fault.message }, digest });
    }
  }
}

function identify(pair: DemoPair | DemoError): string {
  return pair instanceof DemoError ? pair.file.replace(/^content\/articles\/(.+)\.\w+$/, '$1') : pair.id;
}

/** A hash of texts. */
export function digestText(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}
