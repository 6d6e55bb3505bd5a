import { createDevice } from '../../../engine/run/cpython/create-device.ts';
import { type CPython, installCPython } from '../../../engine/run/cpython/install-cpython.ts';
import type { PythonProgram, PythonStart } from '../../../engine/run/cpython/python-start.ts';
import { limitFiles } from '../../../engine/run/cpython/limit-files.ts';
import { preparePyodide, type SandboxedPyodide, unpack } from '../../../engine/run/cpython/start-pyodide.ts';
import { fileBytes } from '../../../engine/run/limits.ts';
import { workerSigns } from '../messages.ts';
import { hideNetwork } from './hide-host.ts';
import { post, receiveStart, silenceConsole } from './worker-scope.ts';

const tracePath = '/dev/trace';

// The script of the workers that run Python programs, one program each. A worker may be ready long before it gets its program.
receiveStart(async (message, next) => {
  silenceConsole();
  const { pyodide, cpython, stream } = await startPython(message as PythonStart);
  createDevice(pyodide, tracePath, post);
  cpython.closeDoors();
  limitFiles(pyodide, fileBytes);
  hideNetwork();
  const { program, limits: most } = (await next) as PythonProgram;
  stream.import_library(program.source);
  post(workerSigns.started + cpython.runtime);
  const { timeMs, maxIterations, maxEvents, maxOutput } = most;
  const limits = {
    max_iterations: maxIterations,
    max_events: maxEvents,
    max_output: maxOutput,
    max_seconds: timeMs / 1000,
    chance: program.chance,
    input: program.input,
    cancel_requests: program.cancelRequests,
  };
  stream.run_streamed(JSON.stringify({ path: tracePath, source: program.source, limits }));
});

/** A Python that can run programs, and the functions of `yieldpoint.stream` under their Python names. */
type StartedPython = {
  readonly pyodide: SandboxedPyodide;
  readonly cpython: CPython;
  readonly stream: { import_library(source: string): void; run_streamed(request: string): void };
};

/**
 * Starts Python from the snapshot. If there is no snapshot, or this engine cannot continue from it, Python starts from scratch.
 * That takes seconds and works in every engine with WebAssembly.
 */
async function startPython(start: PythonStart): Promise<StartedPython> {
  const load = await preparePyodide(start);
  const install = (pyodide: SandboxedPyodide): StartedPython => {
    const cpython = installCPython(pyodide, start.pythonFiles);
    const stream = pyodide.runPython('import yieldpoint.stream; yieldpoint.stream') as StartedPython['stream'];
    return { pyodide, cpython, stream };
  };
  if (start.snapshot !== undefined) {
    try {
      return install(await load(await unpack(start.snapshot)));
    } catch {
      // If the snapshot is not to blame, the same error occurs again below and is reported from there.
    }
  }
  return install(await load());
}
