import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { keepOwnHashes } from './own-hashes.ts';
import { plainImport } from './plain-import.ts';
import { collectImports, preloadImports } from './preload-imports.ts';
import { shortenScopes } from './short-scopes.ts';

/** What can be said of a page only when all scripts are built: which hashes are its own, which scopes its styles have, and what its scripts import. */
export function finishPages(): AstroIntegration {
  const imports = new Map<string, readonly string[]>();
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plainImport(), collectImports(imports)] } });
      },
      'astro:build:done': ({ dir }) => {
        const dist = fileURLToPath(dir);
        for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
          if (!file.endsWith('.html')) continue;
          // A character a byte: what is looked for is ASCII, and to decode thousands of pages takes longer than all the rest.
          const html = readFileSync(path.join(dist, file), 'latin1');
          const finished = preloadImports(shortenScopes(keepOwnHashes(html)), imports);
          if (finished !== html) writeFileSync(path.join(dist, file), finished, 'latin1');
        }
      },
    },
  };
}
