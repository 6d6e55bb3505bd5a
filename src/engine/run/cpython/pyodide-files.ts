/** Version of the npm package; the addresses of its files have it, so that what is cached under them is right, however old. */
export const pyodideVersion = '314.0.7';

/** Pyodide's files and their sizes in bytes, so that progress has an end. Tests compare all this with the package. */
export const pyodideSizes = {
  'pyodide.mjs': 17_931,
  'pyodide.asm.mjs': 1_250_344,
  'pyodide.asm.wasm': 9_598_218,
  'python_stdlib.zip': 2_545_637,
} as const;

export type PyodideFile = keyof typeof pyodideSizes;

/** Where the memory of a started CPython is below the site's base, and its size, compressed: the content of `snapshotPlace`. */
export type SnapshotPlace = { readonly path: string; readonly bytes: number };

/** A small file at a fixed address, because only a build knows what it has made. */
export const snapshotPlace = 'pyodide/snapshot.json';

export const pyodideFiles = Object.keys(pyodideSizes) as readonly PyodideFile[];

/**
 * The address that a file has below the site's base. All go as text: static hosts compress that, and development servers
 * leave it alone.
 */
export function locatePyodideFile(name: PyodideFile): string {
  return `pyodide/${pyodideVersion}/${name}.txt`;
}

/** The address of the snapshot below the site's base. */
export function locateSnapshot(digest: string): string {
  return `pyodide/${pyodideVersion}/started-${digest}.gz.txt`;
}
