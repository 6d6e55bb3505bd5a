import type { FetchBlame, PyodideBlobs } from './fetch-pyodide.ts';

/** The messages of the worker that fetches Pyodide: its progress, and in the end the files, or what went wrong. */
export type FetchAnswer =
  | { readonly kind: 'loading'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly kind: 'loaded'; readonly files: PyodideBlobs }
  | { readonly kind: 'failed'; readonly blame: FetchBlame; readonly found: string };
