import type { APIRoute } from 'astro';
import lockFile from 'pyodide/pyodide-lock.json';
import { bundleScript } from '../build/sandbox/bundle-script.ts';
import { drawFramePage } from '../build/sandbox/draw-frame-page.ts';

const sources = import.meta.glob<string>('../engine/run/cpython/python/yieldpoint/*.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The page whose workers run Python programs. It may compile WebAssembly, which the other page may not. */
export const GET: APIRoute = async () => {
  const script = await bundleScript('frame/python-frame.ts');
  const worker = await bundleScript('worker/python-worker.ts');
  const python = Object.fromEntries(
    Object.entries(sources).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text]),
  );
  const { info } = lockFile as { readonly info: unknown };
  const lock = JSON.stringify({ info, packages: {} });
  const page = drawFramePage(script, { worker, python, lock }, { scriptSources: ['blob:', "'wasm-unsafe-eval'"] });
  return new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};
