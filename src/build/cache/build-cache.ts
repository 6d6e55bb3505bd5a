import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { locateCache } from './locate-cache.ts';
import { digestCode } from './digest-code.ts';
import { forgetOldContent } from './forget-old-content.ts';
import { openKept } from './keep.ts';
import { keptWorkers } from './kept-workers.ts';

/** How many versions of the code keep their results, so that switching between branches does not rebuild everything. */
const generations = 2;

/**
 * Lets a build take over what earlier builds made from the same code and content: Astro's pages with a key, through its
 * `incrementalBuild`, and what `keep` holds. Any change of code makes everything anew.
 */
export function buildCache(): AstroIntegration {
  let kept: string | undefined;
  let began = 0;
  return {
    name: 'build-cache',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        forgetOldContent(root);
        if (command !== 'build') return;
        const code = digestCode(root);
        kept = path.join(locateCache(root), 'kept', code.slice(0, 16));
        // Some file systems store times in whole seconds.
        began = Date.now() - 1000;
        openKept(kept);
        updateConfig({
          experimental: { incrementalBuild: true },
          // Astro compares its configuration with the last build's, so this line tells it about changed code that it does not track
          // itself.
          vite: {
            define: { 'import.meta.env.CODE_DIGEST': JSON.stringify(code) },
            plugins: [keptWorkers(), noDevelopmentBundles],
          },
        });
      },
      'astro:build:done': () => {
        if (kept !== undefined) removeStale(kept, began);
      },
    },
  };
}

/**
 * A build reads the content with a dev server. That server would first bundle Astro's own development tools, although nothing uses
 * them.
 */
const noDevelopmentBundles = {
  name: 'no-development-bundles',
  configResolved: (config: { environments: Record<string, { optimizeDeps: { include?: string[] } }> }): void => {
    for (const { optimizeDeps } of Object.values(config.environments)) optimizeDeps.include = [];
  },
};

/** Removes the folders of the oldest code, and whatever in the current folder no build has written or read since `began`. */
export function removeStale(current: string, began: number): void {
  const all = path.dirname(current);
  const others = readdirSync(all)
    .map((name) => path.join(all, name))
    .filter((folder) => folder !== current)
    .map((folder) => ({ folder, used: newest(folder) }))
    .sort((a, b) => b.used - a.used);
  for (const { folder } of others.slice(generations)) rmSync(folder, { recursive: true });
  for (const name of readdirSync(current)) {
    const file = path.join(current, name);
    if (statSync(file).mtimeMs < began) rmSync(file);
  }
}

function newest(folder: string): number {
  return Math.max(0, ...readdirSync(folder).map((name) => statSync(path.join(folder, name)).mtimeMs));
}
