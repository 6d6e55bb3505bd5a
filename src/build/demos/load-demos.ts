import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { digestFolders } from '../cache/digest-code.ts';
import { createPairRunner, type PairRunner } from './create-pair-runner.ts';
import type { StoredDemo } from './demo.ts';
import { openRunFiles } from './run-files.ts';
import { type DemoPlace, syncDemos } from './sync-demos.ts';

/** The code that runs programs. When it changes, every program runs again. */
const engine = [
  [
    'src/engine/compile',
    'src/engine/run',
    'src/engine/scheduler',
    'src/engine/trace',
    'src/build/cpython',
    'src/build/threads',
    'src/build/typescript',
  ],
  ['pyodide', 'typescript'],
] as const;

/**
 * The content loader of all demos: it finds the pairs, runs both halves of each, checks that they do the same, and keeps the traces
 * in files until a program or the code that runs it changes. A fault in a pair stops the build with the pair's own message. In dev
 * the loader watches the programs, and a demo shows its fault until somebody fixes it.
 */
export function loadDemos(): Loader {
  return {
    name: 'demos',
    schema: z.custom<StoredDemo>(),
    load: async ({ store, config, watcher, logger }) => {
      const root = fileURLToPath(config.root);
      const place = { root, engine: digestFolders(root, ...engine), store, files: openRunFiles(root) };
      if (watcher !== undefined) {
        await follow(place, watcher, logger);
        return;
      }
      const runner = createPairRunner(root);
      const stop = (fault: Error): void => {
        throw fault;
      };
      await syncDemos(place, runner, stop).finally(() => runner.close());
    },
  };
}

/** Dev keeps its threads, so that a change does not wait for a start. Further changes wait until the current run is done. */
async function follow(
  place: DemoPlace,
  watcher: NonNullable<LoaderContext['watcher']>,
  logger: LoaderContext['logger'],
): Promise<void> {
  const runner = await replaceRunner(createPairRunner(place.root, 10_000));
  let last = Promise.resolve();
  const sync = (): Promise<void> => {
    last = last
      .then(() =>
        syncDemos(place, runner, (fault) => {
          logger.error(fault.message);
        }),
      )
      .catch((error: unknown) => {
        logger.error(error instanceof Error ? error.message : String(error));
      });
    return last;
  };
  await sync();
  runner.warmUp().catch((error: unknown) => {
    logger.error(String(error));
  });
  watcher.on('all', (_, file) => {
    if (/^content[\\/](?:articles|playground)[\\/].+\.(ts|py)$/.test(path.relative(place.root, file))) void sync();
  });
}

/** Astro loads this module again when it changes, and calls nothing in the old one that could end its threads. */
async function replaceRunner(runner: PairRunner): Promise<PairRunner> {
  const kept = globalThis as { yieldpointPairRunner?: PairRunner };
  const old = kept.yieldpointPairRunner;
  kept.yieldpointPairRunner = runner;
  await old?.close();
  return runner;
}
