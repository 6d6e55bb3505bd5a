import type { FetchBlame, PyodideBlobs } from './fetch-pyodide.ts';

/** What the worker that fetches Pyodide says: how far it is, and in the end what it has, or what it found instead. */
export type FetchAnswer =
  | { readonly kind: 'loading'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly kind: 'loaded'; readonly files: PyodideBlobs }
  | { readonly kind: 'failed'; readonly blame: FetchBlame; readonly found: string };
