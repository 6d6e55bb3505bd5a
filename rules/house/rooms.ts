/**
 * The rooms of the house, in the order in which a program passes through them. `rules/house/house.test.ts` checks four rules for
 * every import. The table in ARCHITECTURE.md is made from these rows and from the actual imports of each room.
 *
 * 1. `engine` imports itself and the packages it names.
 * 2. `build` and `browser` import `engine`, never each other.
 * 3. What becomes HTML imports `engine` and `build`; `browser` only from a `<script>`.
 * 4. Nothing that ships imports `conformance`, `rules` or `authoring`.
 */
export const rooms: readonly Room[] = [
  {
    folder: 'src/engine/scheduler',
    kind: 'engine',
    holds: "the npm package: asyncio's semantics for generators, in virtual time",
  },
  {
    folder: 'src/engine/compile',
    kind: 'engine',
    holds: 'TypeScript text → JavaScript for the scheduler, knowing its source lines',
    packages: ['typescript'],
  },
  {
    folder: 'src/engine/trace',
    kind: 'engine',
    holds: 'what happened in a run: events, state at a step, sentences, comparison',
  },
  {
    folder: 'src/engine/run',
    kind: 'engine',
    holds: 'a program in, a trace out: recorders for TypeScript and CPython, limits, the contract of the sandbox',
  },
  { folder: 'src/engine/timeline', kind: 'engine', holds: 'a run → geometry → SVG text' },
  {
    folder: 'src/engine/show',
    kind: 'engine',
    holds: 'what a page shows of a run besides its drawing: console, frames, lists, steps, legend, verdicts',
  },
  { folder: 'src/engine/share', kind: 'engine', holds: 'a program as a link' },
  { folder: 'src/engine/search', kind: 'engine', holds: 'what can be searched, section by section' },
  { folder: 'src/engine/page', kind: 'engine', holds: 'what build and browser both know of pages' },
  {
    folder: 'src/build',
    kind: 'build',
    holds: 'finds the pairs, runs them in threads, keeps what has not changed, finishes pages',
  },
  { folder: 'src/browser/language', kind: 'browser', holds: "the reader's language: Python or TypeScript" },
  { folder: 'src/browser/stage', kind: 'browser', holds: 'replays a drawn run' },
  { folder: 'src/browser/workbench', kind: 'browser', holds: 'edits, runs and shares programs' },
  {
    folder: 'src/browser/playground',
    kind: 'browser',
    holds: 'one program with its run beside it: what is open, kept, opened by an address and saved',
  },
  {
    folder: 'src/browser/sandbox',
    kind: 'browser',
    holds: "page, frame and worker in which a stranger's program runs",
  },
  { folder: 'src/browser/search', kind: 'browser', holds: 'the search dialog' },
  { folder: 'src/browser/offline', kind: 'browser', holds: 'the service worker' },
  {
    folder: 'src/components',
    kind: 'html',
    holds: "a folder for each thing on the page; a small element's script is beside its markup",
  },
  { folder: 'src/layouts', kind: 'html', holds: 'the frame of every page' },
  { folder: 'src/markdown', kind: 'html', holds: 'what becomes of Markdown: highlighting, headings, tables' },
  { folder: 'src/pages', kind: 'html', holds: 'one file for each address' },
  { folder: 'src/styles', kind: 'html', holds: 'tokens, base, prose, fonts' },
  { folder: 'rules', kind: 'tool', holds: 'the rules for content, prose and this house' },
  { folder: 'authoring', kind: 'tool', holds: 'what `new:*`, `demo` and dev do for a contributor' },
  {
    folder: 'conformance',
    kind: 'proof',
    holds: "proofs that ship to nobody: CPython's tests, random programs, mutations, benchmarks, budgets",
  },
  { folder: 'scripts', kind: 'command', holds: 'one file for each npm command' },
];

/** A folder with one purpose. */
export type Room = {
  readonly folder: string;
  readonly kind: 'engine' | 'build' | 'browser' | 'html' | 'tool' | 'proof' | 'command';
  readonly holds: string;
  /** The npm packages it may import. In `engine` a room may import none unless named here, elsewhere any unless some are named. */
  readonly packages?: readonly string[];
};

/** The room of a file. The configuration at the root and files of `src` outside its folders belong to none. */
export function findRoom(file: string): Room | undefined {
  return rooms.find(({ folder }) => file.startsWith(`${folder}/`));
}
