import type { Trace } from '../../engine/trace/event/events.ts';
import { defaultLimits, guards, pythonLimits, type SandboxLimits } from '../../engine/run/limits.ts';
import { type Chance, drawChance } from '../../engine/run/chance.ts';
import { collectTrace } from './page/collect-trace.ts';
import { Compiler } from './page/compiler.ts';
import { isKeptHere } from './page/is-kept-here.ts';
import { loadPyodide } from './page/load-pyodide.ts';
import { locatePyodideFile } from '../../engine/run/cpython/pyodide-files.ts';
import { ReadyPython } from './page/ready-python.ts';
import { SandboxFrame } from './page/sandbox-frame.ts';
import { SandboxUnavailable } from '../../engine/run/sandbox-unavailable.ts';
import { siteAddress } from './page/site-address.ts';
import { waitForAbort } from './page/wait-for-abort.ts';
import type { SandboxRunOptions, RunRequest, RunResult, Sandbox, TypeScriptHelp } from '../../engine/run/sandbox.ts';

let shared: Sandbox | undefined;

/** Returns the page's one sandbox. Nothing is fetched before the first run. */
export function openSandbox(): Sandbox {
  return (shared ??= new PageSandbox());
}

/** What a run needs besides its program: its limits, Stop, and whom to tell about progress. */
type Run = {
  readonly source: string;
  readonly limits: SandboxLimits;
  readonly chance: Chance;
  readonly input: NonNullable<RunRequest['input']>;
  readonly cancelRequests: NonNullable<RunRequest['cancelRequests']>;
  readonly signal: AbortSignal;
  readonly tell: NonNullable<SandboxRunOptions['onProgress']>;
};

class PageSandbox implements Sandbox {
  readonly #compiler = new Compiler();
  readonly #frames = new Map<Trace['language'], Promise<SandboxFrame>>();
  readonly #ready = new ReadyPython();
  #current = new AbortController();
  readonly typescript: TypeScriptHelp = {
    prepare: () => this.#compiler.prepare(),
    check: (source) => this.#compiler.help('check', source),
    suggest: (source, at) => this.#compiler.help('suggest', source, at),
    explain: (source, at, name) => this.#compiler.help('explain', source, at, name),
    lower: (source) => this.#compiler.help('lower', source),
    format: (source) => this.#compiler.help('format', source),
  };

  async run(
    { language, source, limits, chance = drawChance(), input = [], cancelRequests = [] }: RunRequest,
    { onProgress, signal }: SandboxRunOptions = {},
  ): Promise<RunResult> {
    this.#current.abort();
    this.#current = new AbortController();
    const both = signal === undefined ? [this.#current.signal] : [this.#current.signal, signal];
    const run: Run = {
      source,
      chance,
      input,
      cancelRequests,
      limits: { ...(language === 'python' ? pythonLimits : defaultLimits), ...limits },
      signal: AbortSignal.any(both),
      tell: onProgress ?? ((): void => undefined),
    };
    if (source.length > guards.sourceLength) return { kind: 'rejected', errors: [tooLong(source)] };
    return language === 'typescript' ? this.#runTypeScript(run) : this.#runPython(run);
  }

  keepPythonReady(): void {
    this.#ready.keep();
  }

  close(): void {
    this.#current.abort();
    this.#ready.release();
    this.#compiler.close();
    this.#removeFrames();
  }

  async #runTypeScript(run: Run): Promise<RunResult> {
    run.tell({ kind: 'compiling' });
    const opening = this.#openFrame('typescript');
    const compiled = await this.#compiler.compile(run.source, run.signal);
    if (compiled.kind === 'rejected') return compiled;
    if (compiled.kind === 'overdue') return await stopBefore('typescript', 'time', run);
    const frame = await Promise.race([opening, waitForAbort(run.signal)]);
    if (compiled.kind === 'aborted' || frame === 'aborted') return await stopBefore('typescript', 'reader', run);
    const { code, positions } = compiled;
    return this.#runIn(
      frame,
      'typescript',
      { code, positions, chance: run.chance, cancelRequests: run.cancelRequests },
      run,
    );
  }

  async #runPython(run: Run): Promise<RunResult> {
    // Checked before twenty megabytes are fetched for nothing.
    if (!('WebAssembly' in globalThis))
      throw new SandboxUnavailable('Python', 'webassembly', 'this browser has no WebAssembly, or it is switched off');
    const frame = await Promise.race([this.#openFrame('python'), waitForAbort(run.signal)]);
    if (frame === 'aborted') return await stopBefore('python', 'reader', run);
    const program = { source: run.source, chance: run.chance, input: run.input, cancelRequests: run.cancelRequests };
    if (frame.hasFiles) return this.#runIn(frame, 'python', program, run);
    try {
      const isKept = await isKeptHere(locatePyodideFile('pyodide.asm.wasm'));
      const files = await loadPyodide((loadedBytes, totalBytes) => {
        run.tell({ kind: 'loading', loadedBytes, totalBytes, isKept });
      }, run.signal);
      return await this.#runIn(frame, 'python', program, run, files);
    } catch (error) {
      if (!run.signal.aborted) throw error;
      return await stopBefore('python', 'reader', run);
    }
  }

  async #runIn(
    frame: SandboxFrame,
    language: Trace['language'],
    program: unknown,
    run: Run,
    files?: Readonly<Record<string, Blob>>,
  ): Promise<RunResult> {
    const { limits, chance, input, signal, tell } = run;
    tell({ kind: 'starting' });
    const onStarted = (): void => {
      tell({ kind: 'running' });
    };
    const { runtime, texts, ending } = await frame
      .run({ program, limits, files }, { signal, onStarted })
      .finally(() => {
        // A frame that had to be removed may have hung its process, and the browser puts all frames of the site into one process.
        if (!frame.isOpen) this.#removeFrames();
        if (language === 'python') this.#ready.follow(frame, signal.aborted);
      });
    return {
      kind: 'ran',
      trace: await collectTrace({ language, runtime: runtime ?? runtimes[language], texts, ending }, limits),
      chance,
      input,
    };
  }

  #removeFrames(): void {
    for (const frame of this.#frames.values()) {
      void frame.then((opened) => {
        opened.remove();
      });
    }
    this.#frames.clear();
  }

  #openFrame(language: Trace['language']): Promise<SandboxFrame> {
    const open = (): Promise<SandboxFrame> =>
      SandboxFrame.open(siteAddress(addresses[language]), { what: names[language], startMs: guards.startMs[language] });
    const known = this.#frames.get(language);
    const opening = known?.then((frame) => (frame.isOpen ? frame : open())) ?? open();
    this.#frames.set(language, opening);
    return opening;
  }
}

const addresses = { typescript: 'sandbox.html', python: 'sandbox-python.html' } as const;

const names = { typescript: 'TypeScript', python: 'Python' } as const;

/** The name of a language's runtime, for a run that never reported it. */
const runtimes = { typescript: '@yieldpoint/scheduler', python: 'CPython' } as const;

async function stopBefore(
  language: Trace['language'],
  how: 'time' | 'reader',
  { limits, chance, input }: Run,
): Promise<RunResult> {
  return {
    kind: 'ran',
    trace: await collectTrace({ language, runtime: runtimes[language], texts: [], ending: { how } }, limits),
    chance,
    input,
  };
}

function tooLong(source: string): Extract<RunResult, { kind: 'rejected' }>['errors'][number] {
  const message = `Expected a program of at most ${guards.sourceLength} characters, but got ${source.length}. Shorten it.`;
  return { message, line: 1, column: 1, length: 0, code: 0 };
}
