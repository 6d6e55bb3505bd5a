import { hostNames } from '../../compile/host-names.ts';

/**
 * Names that programs written for a browser or for Node use, and what shows the same here. Each name exists and throws an
 * explanation when it is called, on the line that calls it.
 */
class NotHere extends ReferenceError {
  override name = 'NotHere';
  constructor(what: string, why: string, instead: string, expected = 'what runs on the scheduler') {
    super(`Expected ${expected}, but got ${what}. ${why} ${instead}`);
  }
}

const virtual = 'A program here runs in virtual time, on an event loop of its own.';
const alone = 'A program here has no network.';
const threads = 'A program here is one file, and its threads are virtual.';

const functions: readonly (readonly [name: string, why: string, instead: string])[] = [
  ['fetch', alone, 'Write a function that stands in for it: await sleep(0.2), then return what the server would send.'],
  ['XMLHttpRequest', alone, 'Write a function that stands in for it: await sleep(0.2), then return the answer.'],
  ['WebSocket', alone, 'A Queue shows the same: one task puts messages into it, another gets them.'],
  ['EventSource', alone, 'A Queue shows the same: one task puts messages into it, another gets them.'],
  ['setTimeout', virtual, 'Write await sleep(seconds), or getRunningLoop().callLater(seconds, callback).'],
  ['setInterval', virtual, 'Write a task with a loop: while (true) { await sleep(seconds); … }.'],
  ['setImmediate', virtual, 'Write await sleep(0), or getRunningLoop().callSoon(callback).'],
  ['queueMicrotask', virtual, 'Write getRunningLoop().callSoon(callback).'],
  ['requestAnimationFrame', virtual, 'Write await sleep(1 / 60).'],
  ['clearTimeout', virtual, 'Keep what callLater returns, and call its cancel().'],
  ['clearInterval', virtual, 'Keep the task, and call its cancel().'],
  [
    'Worker',
    threads,
    'Write await toThread(work, seconds, …arguments): work() runs in a thread that takes the seconds.',
  ],
  [
    'SharedWorker',
    threads,
    'Write await toThread(work, seconds, …arguments): work() runs in a thread that takes the seconds.',
  ],
  ['alert', 'A program here has no page.', 'Write console.log(…).'],
  ['prompt', 'A program here has no page.', 'Write the answer into the program.'],
];

/** The functions by their names. */
export const notHere: Readonly<Record<string, () => never>> = Object.fromEntries(
  functions.map(([name, why, instead]) => {
    const refuse = function (): never {
      throw new NotHere(`${name}()`, why, instead);
    };
    Object.defineProperty(refuse, 'name', { value: name });
    return [name, refuse];
  }),
);

/**
 * Refuses a name of a host that a program uses, or the member of it.
 *
 * @throws {NotHere} always
 */
export function refuseHostName(name: string, member?: string): never {
  const isGlobal = /^(?:window|self|global|globalThis)$/.test(name);
  const called = isGlobal ? functions.find(([known]) => known === member) : undefined;
  const what = member === undefined ? name : `${name}.${member}`;
  if (called !== undefined) throw new NotHere(what, called[1], called[2]);
  const known = (isGlobal && member !== undefined ? hostNames.get(member) : undefined) ?? hostNames.get(name);
  const { why = '', instead = '', members = {} } = known ?? {};
  const ofMember = member !== undefined && Object.hasOwn(members, member) ? members[member] : undefined;
  throw new NotHere(what, why, ofMember ?? instead, 'a name of the language or of the scheduler');
}

const ofPromise: Readonly<Record<string, string>> = {
  all: 'Write await gather([…]).',
  allSettled: 'Write await gather([…], { returnExceptions: true }).',
  race: "Write await wait(tasks, { returnWhen: 'FIRST_COMPLETED' }).",
  any: 'Write for (const next of asCompleted([…])) and take the first that does not fail.',
};

/** `Promise`, which still works for types and `instanceof`. */
export const promiseNotHere: unknown = createPromise();

function createPromise(): unknown {
  const promises = 'Awaitables here are coroutines and futures of the scheduler, not promises.';
  const make = function Promise(): never {
    throw new NotHere(
      'new Promise()',
      promises,
      'To wait for some time write await sleep(seconds). To wait for somebody write getRunningLoop().createFuture(), and setResult on it.',
    );
  };
  // The methods that make settled promises do no harm, and awaiting such a promise says what is wrong.
  Object.setPrototypeOf(make, Promise);
  for (const name of ['resolve', 'reject'] as const)
    Object.defineProperty(make, name, { value: Promise[name].bind(Promise) });
  make.prototype = Promise.prototype;
  for (const [name, instead] of Object.entries(ofPromise)) {
    Object.defineProperty(make, name, {
      value: (): never => {
        throw new NotHere(`Promise.${name}()`, promises, instead);
      },
    });
  }
  return make;
}
