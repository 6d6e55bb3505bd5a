import { gather, run, sleep, type Coroutine } from '@yieldpoint/scheduler';
import { __awaiter as awaiter } from '@yieldpoint/scheduler/lowering';
import { depth, type Works } from './work.ts';

/** The scheduler in async style: what TypeScript makes of async functions, written by hand. */
export const works: Works = {
  switch: (n) => run(turns(n)),
  deep: (n) => run(nested(depth, n)),
  spawn: (n) => run(spawned(n)),
};

function turns(n: number): Coroutine<unknown> {
  return awaiter(undefined, undefined, undefined, function* () {
    for (let i = 0; i < n; i++) yield sleep(0);
  });
}

function nested(depth: number, n: number): Coroutine<unknown> {
  return awaiter(undefined, undefined, undefined, function* () {
    return yield depth === 0 ? turns(n) : nested(depth - 1, n);
  });
}

function spawned(n: number): Coroutine<unknown> {
  return awaiter(undefined, undefined, undefined, function* () {
    yield gather(Array.from({ length: n }, () => turns(1)));
  });
}
