import type { FailureCause } from './failure.ts';

/** What a reader may be unable to use. */
export type Needed = 'Python' | 'TypeScript';

/** Programs cannot be run; the message says what is missing, why, and what helps. */
export class SandboxUnavailable extends Error {
  override name = 'SandboxUnavailable';
  /** The cause, for callers that find out more before they report it. */
  readonly blame: FailureCause;

  /** @param found what was found instead, as the rest of "Expected Python to start, but …" */
  constructor(what: Needed, blame: FailureCause, found: string) {
    super(`Expected ${what} to start, but ${found}. ${fix(what, blame)}`);
    this.blame = blame;
  }
}

/** What the reader can do. The message blames the network only for what the network did. */
function fix(what: Needed, blame: FailureCause): string {
  const otherwise = what === 'Python' ? ' Programs in TypeScript run without it.' : '';
  switch (blame) {
    case 'network':
      return 'Check the connection and press Run again.';
    case 'site':
      return 'That is a fault of this site. Reload the page; if that does not help, report it.';
    case 'webassembly':
      return `Switch WebAssembly on for this site: on an iPhone, Lockdown Mode switches it off.${otherwise}`;
    case 'memory':
      return `Close other tabs and programs, and press Run again.${otherwise}`;
    case 'engine':
      return `Update the browser; if it is up to date, report this.${otherwise}`;
    case 'slow':
      return `Close what else keeps the device busy, and press Run again.${otherwise}`;
    case 'frame':
      return 'An extension of the browser may hold it back. Reload the page, or try another browser.';
    case 'unknown':
      return 'That is a fault of this site: report it, with the name of your browser and its version.';
  }
}
