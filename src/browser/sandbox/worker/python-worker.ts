import { installCPython } from '../../../engine/run/cpython/install-cpython.ts';
import { workerSigns } from '../messages.ts';
import { hideNetwork } from './hide-host.ts';
import type { PythonProgram, PythonStart } from '../../../engine/run/cpython/python-start.ts';
import { createDevice, startPyodide } from '../../../engine/run/cpython/start-pyodide.ts';
import { post, receiveStart, silenceConsole } from './worker-scope.ts';

const tracePath = '/dev/trace';

// The script of the workers that run Python programs, one each. A worker may be ready long before it gets its program.
receiveStart(async (message, next) => {
  silenceConsole();
  const start = message as PythonStart;
  const pyodide = await startPyodide(start);
  const cpython = installCPython(pyodide, start.pythonFiles);
  const runStreamed = pyodide.runPython('import yieldpoint.stream; yieldpoint.stream.run_streamed') as (
    request: string,
  ) => void;
  createDevice(pyodide, tracePath, post);
  cpython.closeDoors();
  hideNetwork();
  const { program, limits: most } = (await next) as PythonProgram;
  post(workerSigns.started + cpython.runtime);
  const { timeMs, maxIterations, maxEvents, maxOutput } = most;
  const limits = {
    max_iterations: maxIterations,
    max_events: maxEvents,
    max_output: maxOutput,
    max_seconds: timeMs / 1000,
  };
  runStreamed(JSON.stringify({ path: tracePath, source: program.source, limits }));
});
