import type { Plugin } from 'vite';

/** Pages load no style sheets lazily, so Vite's 1.7 kB helper around every dynamic import can be the identity. */
export function plainImport(): Plugin {
  return {
    name: 'plain-import',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /vite\/preload-helper\.js$/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
