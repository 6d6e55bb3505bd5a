import type { Plugin } from 'vite';
import { findKept, putKept } from './keep.ts';

/** A worker's script under the name that Vite gave it. */
type KeptWorker = { readonly fileName: string; readonly source: string };

const asked = /\/([\w-]+)\.ts\?worker&url$/;

/**
 * Reuses the scripts of workers (`./x.ts?worker&url`) from the last build with the same code. One of them contains TypeScript, and
 * bundling that takes as long as all other scripts together.
 */
export function keptWorkers(): Plugin {
  const wanted = new Set<string>();
  return {
    name: 'kept-workers',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    load: {
      filter: { id: asked },
      handler(id) {
        const name = asked.exec(id)?.[1] ?? '';
        const kept = findKept('worker', [name]);
        if (kept === undefined) {
          wanted.add(name);
          return undefined;
        }
        const { fileName, source } = JSON.parse(kept) as KeptWorker;
        // Vite's own way to refer to a worker that it has bundled. Using it keeps the pages' hashes the same.
        const reference = this.emitFile({ type: 'asset', fileName, source });
        return `export default import.meta.ROLLDOWN_FILE_URL_${reference}`;
      },
    },
    writeBundle(_, bundle) {
      for (const [fileName, file] of Object.entries(bundle)) {
        const [, name = ''] = /([\w-]+)-[\w-]{8}\.js$/.exec(fileName) ?? [];
        if (!wanted.has(name) || file.type !== 'asset') continue;
        const source = typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source);
        putKept('worker', [name], JSON.stringify({ fileName, source } satisfies KeptWorker));
      }
    },
  };
}
