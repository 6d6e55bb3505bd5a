/** What the build tells its service worker about its files. Paths are below the site's base. */
export type BuildFiles = {
  /** Hash of all the files. */
  readonly build: string;
  /** Files to cache from the start. */
  readonly core: readonly string[];
  /** All files whose address contains their hash or version. A file cached under such an address is right, however old it is. */
  readonly fixed: readonly string[];
};

/** Whether the file at this path never changes. */
export function isFixed(path: string): boolean {
  return /^(_astro|pyodide\/[\d.]+)\//.test(path);
}

/**
 * The files of a new build that replace those that a reader had of the old one: the same path if the address is fixed, else the
 * file with the same name and another hash. Pages and data keep their paths.
 */
export function findSuccessors(kept: readonly string[], fixed: readonly string[]): readonly string[] {
  const byStem = new Map(fixed.map((path) => [stem(path), path]));
  return [
    ...new Set(
      kept.flatMap((path) => {
        if (!isFixed(path)) return [path];
        const next = byStem.get(stem(path));
        return next === undefined ? [] : [next];
      }),
    ),
  ];
}

function stem(path: string): string {
  return path.replace(/[.-](?:[\w-]{8}(?=\.\w+$)|[\da-f]{16}(?=\.gz\.txt$))/, '');
}
