import { compile } from '../../../compile/compile.ts';
import { type CompileAnswer, type CompileRequest, compilerReady } from './compile-messages.ts';

// TypeScript, in a worker of the site.
addEventListener('message', ({ data: { id, source } }: MessageEvent<CompileRequest>) => {
  postMessage(answer(id, source));
});
postMessage(compilerReady);

function answer(id: number, source: string): CompileAnswer {
  try {
    return { id, compiled: compile(source) };
  } catch (error) {
    return { id, broken: String(error) };
  }
}
