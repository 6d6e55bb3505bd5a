import { readReport } from '../../../engine/run/failure.ts';
import { guards } from '../../../engine/run/limits.ts';
import type { PythonStart } from '../../../engine/run/cpython/python-start.ts';
import { answerPage, createScriptUrl, readParts } from './answer-page.ts';
import { SpareWorker } from './spare-worker.ts';

// The script of sandbox-python.html.

/** Where workers come from, once a run has delivered the files they start from. */
let workers: Promise<SpareWorker> | undefined;

answerPage({
  startMs: guards.startMs.python,
  start: (run, { program, limits, files }) => {
    if (files !== undefined) workers = prepare(files);
    workers?.then(
      (spare) => {
        run.start(() => spare.take(), { program, limits });
      },
      (error: unknown) => {
        run.end({ how: 'broken', ...readReport(String(error)) });
      },
    );
  },
  keepReady: (isWanted) => {
    workers?.then(
      (spare) => {
        if (isWanted) spare.prepare();
        else spare.release();
      },
      () => undefined,
    );
  },
});

const wasmType = { 'content-type': 'application/wasm' };

/**
 * Keeps the files from which all workers start. The compiled module cannot be sent into the frame, but it can be sent to the
 * frame's workers.
 */
async function prepare(files: Readonly<Record<string, Blob>>): Promise<SpareWorker> {
  const take = (name: string): Blob => files[name] ?? new Blob();
  const start: PythonStart = {
    module: await WebAssembly.compileStreaming(new Response(take('pyodide.asm.wasm'), { headers: wasmType })),
    loaderUrl: createScriptUrl(take('pyodide.mjs')),
    runtimeUrl: createScriptUrl(take('pyodide.asm.mjs')),
    library: take('python_stdlib.zip'),
    snapshot: files['snapshot'],
    lock: readParts()['lock'] as string,
    pythonFiles: readParts()['python'] as PythonStart['pythonFiles'],
  };
  const scriptUrl = createScriptUrl(readParts().worker);
  return new SpareWorker(() => {
    const worker = new Worker(scriptUrl);
    worker.postMessage(start);
    return worker;
  });
}
