/** Why programs cannot run here, as far as it can be told; the reader is told what helps against it. */
export type FailureCause =
  /** The site did not answer at all. */
  | 'network'
  /** The site answered with something else than the file. */
  | 'site'
  /** The browser has no WebAssembly, or it is switched off. */
  | 'webassembly'
  | 'memory'
  /** The browser lacks something that is needed, or has it otherwise. */
  | 'engine'
  /** The device did not get there in time. */
  | 'slow'
  /** The frame in which programs run does not do what it should. */
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

/** Whether a value that comes from elsewhere names a cause. */
export function isFailureCause(value: unknown): value is FailureCause {
  return typeof value === 'string' && causes.has(value);
}

/** Why a language did not start, and what was found, as the rest of "Expected Python to start, but …". */
type Failure = { readonly cause: FailureCause; readonly message: string };

/** Reads what an engine reports of an error at the start of a language. */
export function readReport(report: string): Failure {
  const words = report.replace(/^Uncaught (\(in promise\) )?/, '').replace(/\.$/, '');
  return { cause: findCause(report), message: `the engine of this browser says “${words}”` };
}

/**
 * Returns what an engine's error at the start of a language means, from its text, which is all that comes out of a worker:
 * `Uncaught RangeError: WebAssembly.Memory(): could not allocate memory` in Chromium, without `Uncaught` elsewhere.
 */
export function findCause(report: string): FailureCause {
  if (/out of memory|allocat/i.test(report)) return 'memory';
  if (/call stack|too much recursion/i.test(report)) return 'engine';
  const [, name = ''] = /^(?:Uncaught )?(?:\(in promise\) )?([A-Z]\w*): /.exec(report) ?? [];
  if (name === 'RangeError') return 'memory';
  if (/^(Compile|Link|Syntax|Reference|Type|NotSupported)Error$/.test(name)) return 'engine';
  return 'unknown';
}
