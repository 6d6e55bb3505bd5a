/** Folders with the code that decides what a program does. */
export const runFolders: readonly string[] = [
  ...['scheduler', 'compile', 'trace', 'run'].map((room) => `src/engine/${room}/`),
  ...['cpython', 'demos', 'snapshot', 'threads', 'typescript'].map((room) => `src/build/${room}/`),
];

/** Whether a change of the file may change what a program does, so that every pair has to run. */
export function decidesRuns(file: string): boolean {
  return runFolders.some((folder) => file.startsWith(folder)) && !/\.test(?:-d)?\.ts$/.test(file);
}
