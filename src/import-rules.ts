/**
 * Which folder of `src` may import which: the architecture as data. A folder may always import itself and npm packages,
 * unless `packages` narrows that.
 */
export const importRules: Readonly<Record<string, ImportRule>> = {
  scheduler: { folders: [], packages: [] },
  compile: { folders: [], packages: ['typescript'] },
  trace: { folders: ['scheduler'], packages: [] },
  timeline: { folders: ['trace'], packages: [] },
  runners: { folders: ['build-cache', 'scheduler', 'compile', 'trace'] },
  'build-cache': { folders: [] },
  schemas: { folders: [] },
  markdown: { folders: ['build-cache'] },
  demos: { folders: ['build-cache', 'compile', 'runners', 'trace'] },
  versions: { folders: ['runners', 'schemas'] },
  components: {
    folders: ['build-cache', 'demos', 'layouts', 'markdown', 'runners', 'schemas', 'timeline', 'trace', 'versions'],
  },
  layouts: { folders: ['components', 'markdown', 'styles'] },
  pages: {
    folders: [
      'build-cache',
      'components',
      'demos',
      'layouts',
      'markdown',
      'runners',
      'schemas',
      'styles',
      'timeline',
      'trace',
      'versions',
    ],
  },
  fonts: { folders: [] },
  'service-worker': { folders: ['build-cache'] },
  styles: { folders: [] },
};

/** `folders`: other folders of `src` it may import. `packages`: the only npm packages it may import, where that is limited. */
export type ImportRule = { readonly folders: readonly string[]; readonly packages?: readonly string[] };

/** Folders whose modules may touch the DOM (besides `components`, whose custom elements live there). */
export const domFolders: readonly string[] = ['components', 'runners/sandbox'];
