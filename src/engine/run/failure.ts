/** Why programs cannot run here, as far as it can be found out; the reader is told what helps. */
export type FailureCause =
  /** The site did not answer at all. */
  | 'network'
  /** The site sent something other than the file. */
  | 'site'
  /** The browser has no WebAssembly, or it is switched off. */
  | 'webassembly'
  | 'memory'
  /** The browser lacks something that is needed, or implements it differently. */
  | 'engine'
  /** The device took too long. */
  | 'slow'
  /** The frame in which programs run does not follow the protocol. */
  | 'frame'
  | 'unknown';

const causes: ReadonlySet<string> = new Set<FailureCause>([
  'network',
  'site',
  'webassembly',
  'memory',
  'engine',
  'slow',
  'frame',
  'unknown',
]);

/** Whether a value from elsewhere is the name of a cause. */
export function isFailureCause(value: unknown): value is FailureCause {
  return typeof value === 'string' && causes.has(value);
}

/** Why a language did not start, and what was found, as the rest of "Expected Python to start, but …". */
type Failure = { readonly cause: FailureCause; readonly message: string };

/** Reads an engine's report of an error at the start of a language. */
export function readReport(report: string): Failure {
  const words = report.replace(/^Uncaught (\(in promise\) )?/, '').replace(/\.$/, '');
  return { cause: findCause(report), message: `the engine of this browser says “${words}”` };
}

/**
 * Returns the meaning of an engine's error at the start of a language. It is judged by its text, because only the text comes out of
 * a worker: `Uncaught RangeError: WebAssembly.Memory(): could not allocate memory` in Chromium, without `Uncaught` elsewhere.
 */
export function findCause(report: string): FailureCause {
  if (/out of memory|allocat/i.test(report)) return 'memory';
  if (/call stack|too much recursion/i.test(report)) return 'engine';
  const [, name = ''] = /^(?:Uncaught )?(?:\(in promise\) )?([A-Z]\w*): /.exec(report) ?? [];
  if (name === 'RangeError') return 'memory';
  if (/^(Compile|Link|Syntax|Reference|Type|NotSupported)Error$/.test(name)) return 'engine';
  return 'unknown';
}
