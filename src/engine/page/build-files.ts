/** What the build tells its service worker of itself. Paths are below the site's base. */
export type BuildFiles = {
  /** Hash of all the files. */
  readonly build: string;
  /** Files to keep from the start. */
  readonly core: readonly string[];
  /** All files whose address has their hash or version in it: what is kept under such an address is right, however old. */
  readonly fixed: readonly string[];
};

/** Whether what lies at this path never changes. */
export function isFixed(path: string): boolean {
  return /^(_astro|pyodide\/[\d.]+)\//.test(path);
}

/**
 * The files of a new build that stand for what a reader had of the old one: the same where their address is fixed, else
 * the file with the same name and another hash; pages and data as they are.
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
