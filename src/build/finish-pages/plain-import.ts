import type { Plugin } from 'vite';

const helper = /vite\/preload-helper\.js$/;
const importOfHelper = /import\s*\{\s*\w+ as (\w+)\s*\}\s*from\s*["'][^"']*\/preload-helper\.[^"']*["'];?/;

/**
 * Pages load no style sheets lazily, so Vite's 1.7 kB helper around every dynamic import can be the identity function. The function
 * is copied into each script that uses it, because a file of its own would cost a round trip before the first script runs.
 */
export function plainImport(): Plugin {
  return {
    name: 'plain-import',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ build: { modulePreload: { polyfill: false, resolveDependencies: () => [] } } }),
    load: { filter: { id: helper }, handler: () => 'export const __vitePreload = (load) => load();' },
    renderChunk: (code) => {
      const plain = code.replace(importOfHelper, 'const $1 = (load) => load();');
      return plain === code ? null : { code: plain, map: null };
    },
    generateBundle: {
      order: 'post',
      handler: (_options, bundle) => {
        const chunks = Object.values(bundle).filter((chunk) => chunk.type === 'chunk');
        const alone = chunks.find(
          ({ moduleIds: [first = '', ...others] }) => helper.test(first) && others.length === 0,
        );
        if (alone === undefined) return;
        const name = alone.fileName.split('/').at(-1) ?? '';
        if (!chunks.some((chunk) => chunk.code.includes(name))) Reflect.deleteProperty(bundle, alone.fileName);
      },
    },
  };
}
