import type { PositionTable } from '../../../engine/compile/position-table.ts';
import schedulerPackage from '../../../engine/scheduler/package.json' with { type: 'json' };
import { programUrl, toErrorText } from '../../../engine/run/typescript/error-text.ts';
import { wrapProgram } from '../../../engine/run/typescript/wrap-program.ts';
import { type ProgramBody, runProgram } from '../../../engine/run/typescript/run-program.ts';
import type { CancelRequest } from '../../../engine/trace/requests/cancel-request.ts';
import type { Chance } from '../../../engine/run/chance.ts';
import { memoryBytes, type SandboxLimits } from '../../../engine/run/limits.ts';
import { EventSender } from './event-sender.ts';
import { hideHost } from './hide-host.ts';
import { importScript, now, post, receiveStart, silenceConsole } from './worker-scope.ts';

/** A compiled program on its way to the worker. */
export type TypeScriptProgram = {
  readonly code: string;
  readonly positions: PositionTable;
  readonly chance: Chance;
  readonly cancelRequests: readonly CancelRequest[];
};

/** The data that a TypeScript worker starts with. */
type TypeScriptStart = { readonly program: TypeScriptProgram; readonly limits: SandboxLimits };

// The script of the workers that run TypeScript programs, one program each.
receiveStart((message) => {
  silenceConsole();
  const { program, limits } = message as TypeScriptStart;
  const sender = new EventSender(post);
  const url = createProgramUrl(program.code);
  const realm = globalThis as { [programKey]?: ProgramBody };
  hideHost();
  sender.start(`${schedulerPackage.name} ${schedulerPackage.version}`);
  const deadline = now() + limits.timeMs;
  try {
    importScript(url);
  } catch (error) {
    // For code that TypeScript accepts and the engine does not.
    sender.finish({ kind: 'failed', error: toErrorText(error, undefined) });
    return;
  }
  const body = realm[programKey];
  Reflect.deleteProperty(realm, programKey);
  const code = { positions: program.positions, linesBefore: 0 };
  const { outcome } = runProgram(body as ProgramBody, code, {
    ...limits,
    chance: program.chance,
    cancelRequests: program.cancelRequests,
    isOverdue: () => now() > deadline,
    memory: { most: memoryBytes, now },
    onEvent: (event) => {
      sender.add(event);
    },
  });
  sender.finish(outcome);
});

const programKey = 'yieldpointProgram';

/** A script of its own, so that the name and the lines in stack traces are those of the compiled code. */
function createProgramUrl(code: string): string {
  const script = `this.${programKey} = ${wrapProgram(code)}\n//# sourceURL=${programUrl}`;
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}
