import type { FetchAnswer } from './fetch-messages.ts';
import { FetchFailure, fetchPyodide } from './fetch-pyodide.ts';

// Python's files are fetched in a worker of the site, so that the page does not freeze while megabytes arrive.
const tell = (answer: FetchAnswer): void => {
  postMessage(answer);
};
fetchPyodide((loadedBytes, totalBytes) => {
  tell({ kind: 'loading', loadedBytes, totalBytes });
}).then(
  (files) => {
    tell({ kind: 'loaded', files });
  },
  (error: unknown) => {
    const blame = error instanceof FetchFailure ? error.blame : 'unknown';
    tell({ kind: 'failed', blame, found: error instanceof Error ? error.message : String(error) });
  },
);
