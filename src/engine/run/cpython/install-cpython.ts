import { traceVersion, type Trace } from '../../trace/event/events.ts';
import { parseTrace } from '../../trace/event/parse-trace.ts';
import { createClock } from './create-clock.ts';
import { createDevice, type DeviceFileSystem } from './create-device.ts';
import { forgetModule, type PythonMemory } from './forget-module.ts';
import type { CPythonRunOptions } from './run-options.ts';

/** CPython with a virtual clock. Runs are synchronous, and no run leaves anything for the next. */
export type CPython = {
  /** For the badge: `CPython 3.14.2`. */
  readonly runtime: string;
  /** Runs one program. Its errors are in the trace's outcome; nothing is thrown. */
  run(source: string, options?: CPythonRunOptions): Trace;
  /** Runs many programs in one call into Python. */
  runAll(sources: readonly string[], options?: CPythonRunOptions): Trace[];
  /**
   * Prepares Python to send runs while they continue, for a thread that may have to be ended. Call it once, and before `closeDoors`.
   *
   * @param hear gets the texts of `stream.py`: `e` and events as a JSON array, any number of times, then `d` and the outcome
   */
  tellTo(hear: (text: string) => void): RunTeller;
  /** Makes JavaScript unreachable for later programs (`js`, `pyodide`, `micropip`); afterwards only runs work. */
  closeDoors(): void;
};

/** Runs programs and sends what they do while they continue. */
export type RunTeller = {
  /** Imports what a program will import from the library, so that its time limit measures the program alone. */
  importLibrary(source: string): void;
  /** Runs one program. Its errors are in the outcome; nothing is thrown. */
  run(source: string, options?: CPythonRunOptions): void;
};

/** The Python package as text: file name (`program.py`) to source. */
export type PythonFiles = Readonly<Record<string, string>>;

/** The part of Pyodide that is needed here. */
export type Pyodide = {
  readonly FS: DeviceFileSystem & { mkdirTree(path: string): void; writeFile(path: string, text: string): void };
  readonly _module: PythonMemory;
  runPython(code: string): unknown;
};

const folder = '/lib/yieldpoint';

/** The file through which these runs leave Python. */
const tracePath = '/dev/trace';

/**
 * Puts the Python package into a running Pyodide, in Node or in a browser's worker, and returns its functions.
 *
 * @param files the package's texts
 * @throws {Error} with Python's traceback if the package cannot be imported
 */
export function installCPython(pyodide: Pyodide, files: PythonFiles): CPython {
  pyodide.FS.mkdirTree(`${folder}/yieldpoint`);
  for (const [name, text] of Object.entries(files)) pyodide.FS.writeFile(`${folder}/yieldpoint/${name}`, text);
  createClock(pyodide);
  const yieldpoint = pyodide.runPython(`import sys; sys.path.insert(0, '${folder}'); import yieldpoint; yieldpoint`);
  const { RUNTIME: runtime, run_json: runJson, close_doors: closeDoors } = yieldpoint as PythonPackage;

  const runAll: CPython['runAll'] = (sources, options = {}) => {
    const requests = { sources, options: pythonOptions(options) };
    const results = JSON.parse(runJson(JSON.stringify(requests))) as readonly object[];
    return results.map((result) => parseTrace({ version: traceVersion, language: 'python', runtime, ...result }));
  };
  return {
    runtime,
    runAll,
    run: (source, options) => runAll([source], options)[0] as Trace,
    tellTo: (hear) => {
      createDevice(pyodide, tracePath, hear);
      const stream = pyodide.runPython('import yieldpoint.stream; yieldpoint.stream') as PythonStream;
      return {
        importLibrary: (source) => {
          stream.import_library(source);
        },
        run: (source, options = {}) => {
          stream.run_streamed(JSON.stringify({ path: tracePath, source, options: pythonOptions(options) }));
        },
      };
    },
    closeDoors: () => {
      closeDoors();
      // The one module compiled into Python through which an import could reach JavaScript again.
      forgetModule(pyodide._module, '_pyodide_core');
    },
  };
}

type PythonPackage = {
  readonly RUNTIME: string;
  readonly run_json: (requests: string) => string;
  readonly close_doors: () => void;
};

type PythonStream = {
  readonly import_library: (source: string) => void;
  readonly run_streamed: (request: string) => void;
};

/** The options under Python's names. JSON omits those that are undefined, so Python's defaults apply. */
function pythonOptions(options: CPythonRunOptions): Readonly<Record<string, unknown>> {
  const {
    level = 'full',
    filename,
    maxIterations,
    maxEvents,
    maxOutput,
    maxSeconds,
    chance,
    input,
    cancelRequests,
  } = options;
  return {
    level,
    filename,
    max_iterations: maxIterations,
    max_events: maxEvents,
    max_output: maxOutput,
    max_seconds: maxSeconds,
    chance,
    input,
    cancel_requests: cancelRequests,
  };
}
