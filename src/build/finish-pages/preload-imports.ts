import type { Plugin } from 'vite';

/** The static imports of every script of the site, by file in the built site. */
export type ScriptImports = ReadonlyMap<string, readonly string[]>;

/** Records what every script of the pages imports. */
export function collectImports(imports: Map<string, readonly string[]>): Plugin {
  return {
    name: 'collect-imports',
    apply: 'build',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    generateBundle: {
      order: 'post',
      handler: (_options, bundle) => {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk')
            imports.set(
              chunk.fileName,
              chunk.imports.filter((file) => file in bundle),
            );
        }
      },
    },
  };
}

const script = /<script type="module" src="([^"]*?)(_astro\/[^"]+)"/g;

/**
 * Lets the browser request a page's scripts and their imports together. Without this it would request the imports only after the
 * scripts have arrived.
 */
export function preloadImports(html: string, imports: ScriptImports): string {
  const own = [...html.matchAll(script)].map(([, base = '', file = '']) => ({ base, file }));
  const [first] = own;
  if (first === undefined) return html;
  const named = new Set(own.map(({ file }) => file));
  const all = new Set<string>();
  const follow = (file: string): void => {
    if (all.has(file)) return;
    all.add(file);
    imports.get(file)?.forEach(follow);
  };
  named.forEach(follow);
  for (const file of named) all.delete(file);
  const links = [...all].map((file) => `<link rel="modulepreload" href="${first.base}${file}">`);
  const missing = links.filter((link) => !html.includes(link)).join('');
  return html.replace('</head>', `${missing}</head>`);
}
