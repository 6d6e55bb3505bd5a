import { parentPort, workerData } from 'node:worker_threads';
import { findContentFaults } from '../../rules/content/check-content.ts';

// Checks the content of the project's folder at each request, in a separate thread so that pages are served meanwhile.
parentPort?.on('message', () => {
  parentPort?.postMessage(findContentFaults(workerData as string));
});
