import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { format, resolveConfig } from 'prettier';
import { readOptions } from './read-options.ts';
import { installPackages } from '../conformance/install-packages.ts';
import { depth, type WorkName } from '../conformance/bench/scheduler/work.ts';

/*
 * Measures the scheduler beside its peers, prints the tables and writes them into the package's README. Each value is the mean of
 * several new processes, in CPU time of the thread that does the work, and the peers alternate, so a busy machine or a busy minute
 * changes little. `--rounds N` (5) is the number of processes for each value, `--largest N` (1000000) the most units; `--print`
 * does not change the README.
 */
const { values: options } = readOptions(
  {
    options: {
      rounds: { type: 'string', default: '5' },
      largest: { type: 'string', default: '1000000' },
      print: { type: 'boolean', default: false },
    },
  },
  'npm run bench -w @yieldpoint/scheduler -- --rounds 3',
);
const rounds = Number(options.rounds);
const largest = Number(options.largest);
const folder = path.join(import.meta.dirname, '../conformance/bench/scheduler');
const readme = path.join(import.meta.dirname, '../src/engine/scheduler/README.md');
const python = spawnSync('python3', ['--version'], { encoding: 'utf8' });
const began = performance.now();

/** The peers, with how many units each does: slow ones do fewer, so that a value takes seconds. */
type Peers = readonly (readonly [peer: string, units: number])[];
type Row = { readonly work: WorkName; readonly title: string; readonly peers: Peers };

const rows: readonly Row[] = [
  {
    work: 'switch',
    title: 'context switch, ns',
    peers: [
      ['bare', 1e6],
      ['scheduler', 1e6],
      ['lowered', 1e6],
      ['observed', 1e6],
      ['native', 1e6],
      ['co', 1e6],
      ['effection', 2e5],
      ['effect', 2e5],
      ['asyncio', 1e5],
    ],
  },
  {
    work: 'deep',
    title: `switch below ${depth} calls, ns`,
    peers: [
      ['bare', 1e6],
      ['scheduler', 1e6],
      ['lowered', 1e6],
      ['native', 1e6],
      ['co', 1e6],
      ['effection', 1e5],
      ['effect', 1e5],
      ['asyncio', 5e4],
    ],
  },
  {
    work: 'spawn',
    title: 'task, spawned and joined, ns',
    peers: [
      ['bare', 1e5],
      ['scheduler', 1e5],
      ['lowered', 1e5],
      ['observed', 1e5],
      ['native', 1e5],
      ['co', 1e5],
      ['effection', 5e3],
      ['effect', 1e5],
      ['asyncio', 3e4],
    ],
  },
  {
    work: 'queue',
    title: 'queue message, ns',
    peers: [
      ['scheduler', 2e5],
      ['native', 2e5],
      ['waiting', 2e5],
      ['effection', 5e4],
      ['effect', 1e5],
      ['asyncio', 5e4],
    ],
  },
  {
    work: 'timer',
    title: 'task with a timer, ns',
    peers: [
      ['bare', 1e5],
      ['scheduler', 1e5],
      ['native', 1e5],
      ['co', 1e5],
      ['effection', 5e3],
      ['effect', 5e4],
      ['asyncio', 3e4],
    ],
  },
  {
    work: 'memory',
    title: 'waiting task, bytes',
    peers: [
      ['bare', 1e6],
      ['scheduler', 1e6],
      ['native', 1e6],
      ['co', 2e5],
      ['effection', 5e3],
      ['effect', 2e5],
    ],
  },
];

/** A goal of the design, as a ratio of two values, or of a value to a number. */
type Goal = {
  readonly work: WorkName;
  readonly peer: string;
  readonly most: number;
  readonly of: string;
  readonly bytes?: number;
};
const goals: readonly Goal[] = [
  { work: 'switch', peer: 'scheduler', most: 1.6, of: 'bare' },
  { work: 'switch', peer: 'scheduler', most: 0.8, of: 'native' },
  { work: 'switch', peer: 'observed', most: 3, of: 'scheduler' },
  { work: 'deep', peer: 'scheduler', most: 1.1, of: 'bare' },
  { work: 'spawn', peer: 'scheduler', most: 1.2, of: 'native' },
  { work: 'queue', peer: 'scheduler', most: 1, of: 'native' },
  { work: 'timer', peer: 'scheduler', most: 0.8, of: 'native' },
  { work: 'memory', peer: 'scheduler', most: 1, of: '400 bytes', bytes: 400 },
];

const names: Readonly<Record<string, string>> = {
  bare: 'bare generators, an array or a sort, no scheduler',
  scheduler: '**this package**',
  lowered: 'this package, async style',
  observed: 'this package, observed',
  native: 'native `async` functions and timers',
  waiting: 'native, when both sides wait for each message',
  asyncio: `asyncio of ${python.status === 0 ? python.stdout.trim() : 'Python'}`,
};

installPackages(path.join(folder, 'peers'));
checkTypes(path.join(folder, 'peers'));
const values = new Map<string, number>();
for (const row of rows) measure(row);
const growth = (['spawn', 'timer'] as const).map((work) => ({
  work,
  values: [1e3, 1e4, 1e5, 1e6].map((units) =>
    mean(times(2, () => once('scheduler', work, Math.min(units, largest), 'again'))),
  ),
}));

const about = `Node ${process.version}, CPU time of the thread that does the work, mean of ${rounds} fresh processes, which warm up with a fifth of it and then do it once; ratio to this package. Peers other than it and asyncio run on real timers and microtasks.`;
const text = [about, ...rows.map(tableOf), growthTable(), goalTable()].join('\n\n');
console.log(`${text}\n\n${Math.round((performance.now() - began) / 1000)} s`);
if (!options.print) await writeReadme();

/** The project's own type check skips the peers, because their packages are not installed then. */
function checkTypes(project: string): void {
  const { status } = spawnSync('tsc', ['--project', project], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`Expected no type error in ${project}, but tsc found some (see above).`);
}

function measure({ work, peers }: Row): void {
  const measured = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [peer, units] of peers) {
      if (peer === 'asyncio' && python.status !== 0) continue;
      measured.set(peer, [...(measured.get(peer) ?? []), once(peer, work, Math.min(units, largest), 'once')]);
    }
  }
  for (const [peer, all] of measured) {
    values.set(`${work} ${peer}`, mean(all));
    process.stderr.write(`${work} ${peer}: ${all.map((each) => each.toFixed(0)).join(' ')}\n`);
  }
}

function times<T>(count: number, give: () => T): T[] {
  return Array.from({ length: count }, give);
}

function mean(all: readonly number[]): number {
  return all.reduce((sum, each) => sum + each, 0) / all.length;
}

function once(peer: string, work: WorkName, units: number, mode: 'once' | 'again'): number {
  const [program, args] =
    peer === 'asyncio'
      ? ['python3', [path.join(folder, 'python_asyncio.py')]]
      : [process.execPath, ['--expose-gc', path.join(folder, 'once.ts'), peer]];
  return Number(execFileSync(program, [...args, work, String(units), mode], { encoding: 'utf8' }));
}

function valueOf(work: WorkName, peer: string): number {
  return values.get(`${work} ${peer}`) ?? NaN;
}

function tableOf({ work, title, peers }: Row): string {
  const lines = peers
    .filter(([peer]) => values.has(`${work} ${peer}`))
    .map(([peer, units]) => {
      const value = valueOf(work, peer);
      const ratio = (value / valueOf(work, 'scheduler')).toFixed(2);
      return `| ${names[peer] ?? peer} | ${group(Math.min(units, largest))} | ${group(value)} | ${ratio} |`;
    });
  return [`| ${title} | units | value | ratio |`, '| --- | ---: | ---: | ---: |', ...lines].join('\n');
}

function growthTable(): string {
  const sizes = ['1,000', '10,000', '100,000', '1,000,000'];
  const titles = { spawn: 'task, spawned and joined', timer: 'task with a timer' };
  const lines = growth.map(({ work, values }) => `| ${titles[work]} | ${values.map(group).join(' | ')} |`);
  return [
    `| growth once all is compiled: ns each, of | ${sizes.join(' | ')} |`,
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

function goalTable(): string {
  const lines = goals.map(({ work, peer, most, of, bytes }) => {
    const ratio = valueOf(work, peer) / (bytes ?? valueOf(work, of));
    const title = rows.find((row) => row.work === work)?.title.replace(/, (ns|bytes)$/, '');
    const subject = peer === 'observed' ? `${title}, observed` : title;
    const than = of === 'scheduler' ? 'unobserved' : of;
    return `| ${subject} | ≤ ${most} × ${than} | ${ratio.toFixed(2)} | ${ratio <= most ? 'yes' : 'no'} |`;
  });
  return ['| goal | at most | measured | met |', '| --- | --- | ---: | --- |', ...lines].join('\n');
}

function group(value: number): string {
  return Math.round(value).toLocaleString('en');
}

async function writeReadme(): Promise<void> {
  const marked = /(<!-- benchmark -->).*(<!-- \/benchmark -->)/s;
  const old = readFileSync(readme, 'utf8');
  const written = old.replace(marked, (_, begin: string, end: string) => `${begin}\n\n${text}\n\n${end}`);
  writeFileSync(readme, await format(written, { ...(await resolveConfig(readme)), filepath: readme }));
}
