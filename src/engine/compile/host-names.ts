/** Why a name of a host is not here, and what to do without it; `members` says more of some of its members. */
type HostName = {
  readonly why: string;
  readonly instead: string;
  readonly members?: Readonly<Record<string, string>>;
};

const ofPage = { why: 'A program here has no page.', instead: 'console.log(…) shows values.' };
const ofTests = {
  why: 'A program here has no test runner.',
  instead: 'Call the function yourself. console.assert(condition, text) says what is not true.',
};
const ofHost = {
  why: 'It belongs to browsers and to Node, and not to the language.',
  instead: 'Leave it out, or write what you need of it.',
};
const ofEvents = {
  why: 'A program here gets no events from outside.',
  instead: 'Event, Condition and Queue of @yieldpoint/scheduler tell other tasks that something has happened.',
};
const ofGlobal = {
  why: 'A program here has no global object.',
  instead: 'Use its members by their own names, or declare a variable outside of the functions.',
};
const ofStorage = {
  why: 'A program here keeps nothing from one run to the next.',
  instead: 'A Map holds values during the run: const kept = new Map<string, string>().',
};
const ofFiles = { why: 'A program here has no files.', instead: 'Put what they hold into the program.' };
const ofStop = {
  why: 'It stops native work, and a program here has none.',
  instead: 'Keep the task, and call its cancel(). Or write await using limit = timeout(seconds).',
};

const end = 'The program ends when main returns: write return, or throw an error that says why.';
const command = 'It has no command line: write the arguments into the program, as in const args = ["orders.csv"].';
const environment = 'It has no environment: write the value into the program, as in const level = "debug".';
const files = 'It has no files: put what they hold into the program.';
const line = 'console.log(…) prints a line.';
const clock = 'performance.now() tells the time of the event loop, in milliseconds.';
const stand = 'It has no network: write a function that stands in for it, with await sleep(0.2).';
const signals =
  'It gets no signals and no events of a process: put what must happen at the end into a finally in main.';
const nothing = 'It has no process, no files, no network and no arguments: write the values into the program.';

const ofProcess = {
  exit: end,
  abort: end,
  kill: end,
  reallyExit: end,
  exitCode: 'It has no exit code: throw an error that says why.',
  argv: command,
  argv0: command,
  execArgv: command,
  env: environment,
  nextTick: 'Write getRunningLoop().callSoon(callback).',
  stdout: line,
  stderr: line,
  stdin: 'It has no input: write what would be typed into the program.',
  hrtime: clock,
  uptime: clock,
  cwd: files,
  chdir: files,
  on: signals,
  once: signals,
  addListener: signals,
};

const ofDeno = {
  exit: end,
  args: command,
  env: environment,
  stdout: line,
  stderr: line,
  addSignalListener: signals,
  readTextFile: files,
  readTextFileSync: files,
  writeTextFile: files,
  readFile: files,
  writeFile: files,
  open: files,
  serve: stand,
  connect: stand,
  listen: stand,
  test: ofTests.instead,
};

const ofBun = {
  argv: command,
  env: environment,
  stdout: line,
  file: files,
  write: files,
  serve: stand,
  connect: stand,
  sleep: 'Write await sleep(seconds): it takes seconds, not milliseconds.',
  sleepSync: 'Write block(seconds), which holds the loop in virtual time.',
  nanoseconds: clock,
};

const named = (names: string, host: HostName): readonly (readonly [string, HostName])[] =>
  names.split(' ').map((name) => [name, host]);

/** What programs written for a browser, for Node, Deno or Bun take for given. What can be called anyway says so itself: `notHere`. */
export const hostNames: ReadonlyMap<string, HostName> = new Map([
  ...named('process', { why: 'A program here does not run in Node.', instead: nothing, members: ofProcess }),
  ...named('Deno', { why: 'A program here does not run in Deno.', instead: nothing, members: ofDeno }),
  ...named('Bun', { why: 'A program here does not run in Bun.', instead: nothing, members: ofBun }),
  ...named('Buffer', { why: 'It belongs to Node, and not to the language.', instead: 'Uint8Array holds bytes.' }),
  ...named('module', {
    why: 'A program here is one file, which nothing imports.',
    instead: 'Leave it out. To start with a function, write export before main.',
  }),
  ...named('__dirname __filename', ofFiles),
  ...named('window self document HTMLElement customElements location history navigator screen', ofPage),
  ...named('global globalThis', ofGlobal),
  ...named('localStorage sessionStorage indexedDB caches', ofStorage),
  ...named('confirm', { why: ofPage.why, instead: 'Write the answer into the program.' }),
  ...named('describe it test expect assert beforeEach afterEach', ofTests),
  ...named('URL URLSearchParams TextEncoder TextDecoder atob btoa Blob File FormData Headers Request Response', ofHost),
  ...named('crypto', { ...ofHost, instead: 'Math.random() gives numbers from 0 to 1.' }),
  ...named('AbortController AbortSignal', ofStop),
  ...named('EventTarget EventEmitter CustomEvent addEventListener removeEventListener dispatchEvent', ofEvents),
  ...named('MessageChannel BroadcastChannel postMessage onmessage', {
    why: 'A program here runs alone.',
    instead: 'A Queue shows the same: one task puts messages into it, another gets them.',
  }),
  ...named('structuredClone', { ...ofHost, instead: 'JSON.parse(JSON.stringify(value)) copies plain values.' }),
]);
