import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { startCPythonWorker } from '../runners/cpython/start-cpython-worker.ts';
import { parseTrace } from '../trace/parse-trace.ts';
import { checkParity } from './check-parity.ts';
import type { Demo } from './demo.ts';
import { findPairs } from './find-pairs.ts';
import { runPairs } from './run-pairs.ts';

/**
 * The content loader of all demos: finds the pairs, runs both halves of each and sees that they do the same, keeps the traces until a
 * program or the code that runs it changes, and follows the files in dev. A fault in a pair stops the build with the pair's own message.
 */
export function loadDemos(): Loader {
  return {
    name: 'demos',
    schema: z.custom<Demo>(),
    load: async ({ store, config, watcher, logger }) => {
      const root = fileURLToPath(config.root);
      // The content layer bundles this module, so the thread's file is named from the project's folder.
      const file = pathToFileURL(path.join(root, 'src/runners/cpython/cpython-worker.ts'));
      const cpython = startCPythonWorker({ deadlineMs: 60_000, worker: file });
      const sync = async (): Promise<void> => {
        const engine = digestFolders(root, [
          'src/compile',
          'src/runners/build',
          'src/runners/cpython',
          'src/runners/typescript',
          'src/scheduler',
        ]);
        const pairs = findPairs(root);
        for (const id of store.keys()) {
          if (!pairs.some((pair) => pair.id === id)) store.delete(id);
        }
        const digests = new Map(pairs.map((pair) => [pair.id, digestText(engine, JSON.stringify(pair))]));
        const changed = pairs.filter(({ id }) => store.get(id)?.digest !== digests.get(id));
        for await (const pair of runPairs(root, changed)) {
          const demo: Demo = { ...pair, cpython: parseTrace(await cpython.run(pair.python.source)) };
          checkParity(demo);
          store.set({ id: demo.id, data: demo, digest: digests.get(demo.id) ?? '' });
        }
      };
      try {
        await sync();
      } finally {
        if (watcher === undefined) await cpython.close();
      }
      watcher?.on('all', (_, file) => {
        if (!isProgram(root, file)) return;
        sync().catch((error: unknown) => logger.error(error instanceof Error ? error.message : String(error)));
      });
    },
  };
}

function isProgram(root: string, file: string): boolean {
  return /^content[\\/]articles[\\/].+\.(ts|py)$/.test(path.relative(root, file));
}

/** A hash of the code that runs programs: when it changes, every program runs again. */
function digestFolders(root: string, folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|py)$/.test(file) && !/\.test(-d)?\.ts$/.test(file) && !file.includes('node_modules'))
      .map((file) => path.join(root, folder, file)),
  );
  return digestText(...files.sort().map((file) => readFileSync(file, 'utf8')));
}

function digestText(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}
