import type { APIRoute } from 'astro';
import { bundleScript } from '../build/sandbox/bundle-script.ts';
import { drawFramePage } from '../build/sandbox/draw-frame-page.ts';

/** The page whose workers run TypeScript programs. */
export const GET: APIRoute = async () => {
  const script = await bundleScript('frame/typescript-frame.ts');
  const worker = await bundleScript('worker/typescript-worker.ts');
  const page = drawFramePage(script, { worker }, { scriptSources: ['blob:'] });
  return new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};
