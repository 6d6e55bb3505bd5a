import { type Assistant, createAssistant } from '../../../engine/compile/assistant.ts';
import { compile } from '../../../engine/compile/compile.ts';
import type { Libraries } from '../../../engine/compile/program-service.ts';
import { type CompilerAnswer, type CompilerRequest, type CompilerTasks, compilerReady } from './compile-messages.ts';
import { siteAddress } from './site-address.ts';

/** Programs can be compiled without the libraries; the first request of an editor fetches them. */
let assistant: Promise<Assistant> | undefined;

const tasks: { readonly [Task in keyof CompilerTasks]: (...args: Parameters<CompilerTasks[Task]>) => unknown } = {
  compile: (source) => compile(source),
  lower: (source) => compile(source, { instrument: false, format: 'module' }),
  check: async (source) => (await assist()).check(source),
  suggest: async (source, at) => (await assist()).suggest(source, at),
  explain: async (source, at, name) => (await assist()).explain(source, at, name),
  format: async (source) => (await assist()).format(source),
};

// TypeScript in a worker of the site.
addEventListener('message', ({ data: { id, task, args } }: MessageEvent<CompilerRequest>) => {
  const perform = tasks[task] as (...args: readonly unknown[]) => unknown;
  void answer(id, () => perform(...args)).then((message) => {
    postMessage(message);
  });
});
postMessage(compilerReady);

async function answer(id: number, perform: () => unknown): Promise<CompilerAnswer> {
  try {
    return { id, value: await perform() };
  } catch (error) {
    return { id, broken: String(error) };
  }
}

function assist(): Promise<Assistant> {
  assistant ??= loadLibraries().then(createAssistant);
  assistant.catch(() => {
    assistant = undefined;
  });
  return assistant;
}

async function loadLibraries(): Promise<Libraries> {
  const response = await fetch(siteAddress('typescript-libraries.json'));
  if (!response.ok) throw new TypeError(`the answer was ${response.status}`);
  return (await response.json()) as Libraries;
}
