import { type CPython, installCPython, type RunTeller } from '../../../engine/run/cpython/install-cpython.ts';
import type { PythonProgram, PythonStart } from '../../../engine/run/cpython/python-start.ts';
import { limitFiles } from '../../../engine/run/cpython/limit-files.ts';
import { preparePyodide, type SandboxedPyodide, unpack } from '../../../engine/run/cpython/start-pyodide.ts';
import { fileBytes } from '../../../engine/run/limits.ts';
import { workerSigns } from '../messages.ts';
import { hideNetwork } from './hide-host.ts';
import { post, receiveStart, silenceConsole } from './worker-scope.ts';

// The script of the workers that run Python programs, one each. A worker may be ready long before it gets its program.
receiveStart(async (message, next) => {
  silenceConsole();
  const { pyodide, cpython, teller } = await startPython(message as PythonStart);
  cpython.closeDoors();
  limitFiles(pyodide, fileBytes);
  hideNetwork();
  const { program, limits } = (await next) as PythonProgram;
  const { source, chance, input, cancelRequests } = program;
  const { timeMs, maxIterations, maxEvents, maxOutput } = limits;
  const maxSeconds = timeMs / 1000;
  teller.importLibrary(source);
  post(workerSigns.started + cpython.runtime);
  teller.run(source, { maxIterations, maxEvents, maxOutput, maxSeconds, chance, input, cancelRequests });
});

/** A Python that can run programs. */
type StartedPython = {
  readonly pyodide: SandboxedPyodide;
  readonly cpython: CPython;
  readonly teller: RunTeller;
};

/**
 * Starts Python from the snapshot. If there is no snapshot, or this engine cannot continue from it, Python starts from scratch.
 * That takes seconds and works in every engine with WebAssembly.
 */
async function startPython(start: PythonStart): Promise<StartedPython> {
  const load = await preparePyodide(start);
  const install = (pyodide: SandboxedPyodide): StartedPython => {
    const cpython = installCPython(pyodide, start.pythonFiles);
    return { pyodide, cpython, teller: cpython.tellTo(post) };
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
