import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { keepOwnHashes } from './own-hashes.ts';
import { keepOwnStyles } from './own-styles.ts';
import { plainImport } from './plain-import.ts';
import { collectImports, preloadImports } from './preload-imports.ts';
import { shortenScopes } from './short-scopes.ts';

/**
 * Finishes pages once all scripts are built. Only then is it known which hashes a page needs, which scopes its styles have, and
 * what its scripts import.
 */
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
          // One character for each byte: the passes look for ASCII only, and decoding thousands of pages takes longer than
          // everything else here.
          const html = readFileSync(path.join(dist, file), 'latin1');
          const finished = preloadImports(shortenScopes(keepOwnStyles(keepOwnHashes(html))), imports);
          if (finished !== html) writeFileSync(path.join(dist, file), finished, 'latin1');
        }
      },
    },
  };
}
