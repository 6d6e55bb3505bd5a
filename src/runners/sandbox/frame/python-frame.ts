import { guards } from '../limits.ts';
import type { PythonStart } from '../worker/python-start.ts';
import { answerPage, createScriptUrl, readParts } from './answer-page.ts';

// The script of sandbox-python.html.

/** What workers start from, kept here for all of them: the compiled module cannot cross into the frame, but goes to its workers. */
let kept: Promise<Omit<PythonStart, 'program' | 'limits'>> | undefined;
let workerUrl: string | undefined;

answerPage({
  startMs: guards.startMs.python,
  start: (run, { program, limits, files }) => {
    if (files !== undefined) kept = prepare(files);
    kept?.then(
      (start) => {
        run.start((workerUrl ??= createScriptUrl(readParts().worker)), { ...start, program, limits });
      },
      (error: unknown) => {
        run.end({ how: 'broken', message: String(error) });
      },
    );
  },
});

async function prepare(files: Readonly<Record<string, ArrayBuffer>>): Promise<Awaited<NonNullable<typeof kept>>> {
  const take = (name: string): ArrayBuffer => files[name] ?? new ArrayBuffer(0);
  // Here and not in the page: what crosses into the frame may be copied, and the page must not stand still for it.
  const [module, snapshot] = await Promise.all([
    WebAssembly.compile(take('pyodide.asm.wasm')),
    unpack(take('snapshot')),
  ]);
  return {
    module,
    loaderUrl: createScriptUrl(take('pyodide.mjs')),
    runtimeUrl: createScriptUrl(take('pyodide.asm.mjs')),
    library: take('python_stdlib.zip'),
    snapshot,
    lock: readParts()['lock'] as string,
    pythonFiles: readParts()['python'] as PythonStart['pythonFiles'],
  };
}

function unpack(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
