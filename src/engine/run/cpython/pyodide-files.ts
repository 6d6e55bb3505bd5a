/**
 * The version of the npm package. The addresses of its files contain it, so a file cached under such an address is right, however
 * old it is.
 */
export const pyodideVersion = '314.0.7';

/**
 * Pyodide's files and their sizes in bytes, so that the total for the progress bar is known. Tests compare all this with the
 * package.
 */
export const pyodideSizes = {
  'pyodide.mjs': 17_931,
  'pyodide.asm.mjs': 1_250_344,
  'pyodide.asm.wasm': 9_598_218,
  'python_stdlib.zip': 2_545_637,
} as const;

export type PyodideFile = keyof typeof pyodideSizes;

/** The address of a started CPython's memory below the site's base, and its compressed size: the content of `snapshotPlace`. */
export type SnapshotPlace = { readonly path: string; readonly bytes: number };

/** A small file at a fixed address, because only a build knows what it has made. */
export const snapshotPlace = 'pyodide/snapshot.json';

export const pyodideFiles = Object.keys(pyodideSizes) as readonly PyodideFile[];

/**
 * The address that a file has below the site's base. All have an extension for text, because static hosts compress text and
 * development servers do not touch it.
 */
export function locatePyodideFile(name: PyodideFile): string {
  return `pyodide/${pyodideVersion}/${name}.txt`;
}

/** The address of the snapshot below the site's base. */
export function locateSnapshot(digest: string): string {
  return `pyodide/${pyodideVersion}/started-${digest}.gz.txt`;
}
