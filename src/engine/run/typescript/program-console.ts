import { formatPrinted } from './describe-value.ts';

const methods = ['debug', 'error', 'info', 'log', 'warn'] as const;

/** The console of a program: every method prints lines, wherever a browser's would show them. */
export type ProgramConsole = Readonly<Record<(typeof methods)[number], (...values: readonly unknown[]) => void>>;

/** Makes a console whose methods hand each line they print to `print`, without its end. */
export function createConsole(print: (text: string) => void): ProgramConsole {
  const log = (...values: readonly unknown[]): void => {
    for (const line of formatPrinted(values).split('\n')) print(line);
  };
  return Object.fromEntries(methods.map((method) => [method, log])) as ProgramConsole;
}
