import { type ErrorFormat, formatPrinted } from './format-printed.ts';
import { formatTable } from './format-table.ts';
import { inspectValue } from './inspect-value.ts';

type Print = (...values: readonly unknown[]) => void;

/** The console of a program: methods that print record lines, in the same form as a browser's console. */
export type ProgramConsole = Readonly<
  Record<'debug' | 'error' | 'info' | 'log' | 'warn' | 'group' | 'groupCollapsed' | 'trace', Print> & {
    assert: (condition?: unknown, ...values: readonly unknown[]) => void;
    clear: () => void;
    count: (label?: unknown) => void;
    countReset: (label?: unknown) => void;
    dir: (value?: unknown) => void;
    dirxml: Print;
    groupEnd: () => void;
    table: (data?: unknown, columns?: unknown) => void;
    time: (label?: unknown) => void;
    timeEnd: (label?: unknown) => void;
    timeLog: (label?: unknown, ...values: readonly unknown[]) => void;
  }
>;

/** State that the consoles of one run share. */
export type ConsoleState = {
  readonly ofError: ErrorFormat;
  /** The program's clock in seconds. */
  readonly now: () => number;
  readonly counts: Map<string, number>;
  readonly timers: Map<string, number>;
  /** How many groups are open. */
  groups: number;
};

/** Makes the state of a run's console. */
export function createConsoleState(ofError: ErrorFormat, now: () => number): ConsoleState {
  return { ofError, now, counts: new Map(), timers: new Map(), groups: 0 };
}

/**
 * Makes a console that passes each printed line to `print`, without the line end.
 *
 * @see https://console.spec.whatwg.org/
 */
export function createConsole(print: (text: string) => void, state: ConsoleState): ProgramConsole {
  const write = (text: string): void => {
    const indent = '  '.repeat(Math.min(state.groups, 20));
    for (const line of text.split('\n')) print(indent + line);
  };
  const log: Print = (...values) => {
    write(formatPrinted(values, state.ofError));
  };
  const open: Print = (...values) => {
    if (values.length > 0) log(...values);
    state.groups++;
  };
  const name = (label: unknown): string =>
    label === undefined ? 'default' : typeof label === 'string' ? label : inspectValue(label);
  const tellTime = (label: unknown, values: readonly unknown[]): boolean => {
    const begun = state.timers.get(name(label));
    if (begun === undefined) log(`Timer '${name(label)}' does not exist`);
    else log(`${name(label)}: ${Math.round((state.now() - begun) * 1e9) / 1e6} ms`, ...values);
    return begun !== undefined;
  };
  return {
    debug: log,
    error: log,
    info: log,
    log,
    warn: log,
    dirxml: log,
    trace: (...values) => {
      log(...(values.length === 0 ? ['Trace'] : ['Trace:', ...values]));
    },
    dir: (value) => {
      write(inspectValue(value));
    },
    table: (data, columns) => {
      const table = formatTable(data, columns);
      if (table === undefined) log(data);
      else write(table);
    },
    assert: (condition, ...values) => {
      if (condition) return;
      const [first, ...rest] = values;
      if (values.length === 0) log('Assertion failed');
      else if (typeof first === 'string') log(`Assertion failed: ${first}`, ...rest);
      else log('Assertion failed:', ...values);
    },
    clear: () => undefined,
    count: (label) => {
      const count = (state.counts.get(name(label)) ?? 0) + 1;
      state.counts.set(name(label), count);
      write(`${name(label)}: ${count}`);
    },
    countReset: (label) => {
      state.counts.delete(name(label));
    },
    group: open,
    groupCollapsed: open,
    groupEnd: () => {
      state.groups = Math.max(0, state.groups - 1);
    },
    time: (label) => {
      state.timers.set(name(label), state.now());
    },
    timeEnd: (label) => {
      if (tellTime(label, [])) state.timers.delete(name(label));
    },
    timeLog: (label, ...values) => {
      tellTime(label, values);
    },
  };
}
