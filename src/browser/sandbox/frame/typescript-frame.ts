import { guards } from '../../../engine/run/limits.ts';
import { answerPage, createScriptUrl, readParts } from './answer-page.ts';

// The script of sandbox.html.
let workerUrl: string | undefined;
answerPage({
  startMs: guards.startMs.typescript,
  start: (run, { program, limits }) => {
    run.start(() => new Worker((workerUrl ??= createScriptUrl(readParts().worker))), { program, limits });
  },
});
