import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { format } from 'prettier';
import { works } from './scheduler-bench-work.ts';

/*
 * Measures the scheduler beside its peers, each value the median of fresh processes, prints the table and writes it into the README.
 * `--rounds N` (5 unless said otherwise) processes a value; `--largest N` (1000000) units at most; `--print` leaves the README alone.
 */
const rounds = option('--rounds', 5);
const largest = option('--largest', 1_000_000);
const readme = path.join(import.meta.dirname, '../src/scheduler/README.md');
const python = spawnSync('python3', ['--version'], { encoding: 'utf8' });
const inPython = python.status === 0 ? ['switch', 'spawn', 'queue'] : [];
const units = [
  { work: 'switch', title: 'context switch, ns', sizes: [1_000_000] },
  { work: 'spawn', title: 'task, spawned and joined, ns', sizes: [1_000, 10_000, 100_000, 1_000_000] },
  { work: 'queue', title: 'queue message, ns', sizes: [200_000] },
  { work: 'timer', title: 'task with a timer, ns', sizes: [1_000, 10_000, 100_000, 1_000_000] },
  { work: 'memory', title: 'waiting task, bytes', sizes: [1_000_000] },
];

const rows = units.flatMap(({ work, title, sizes }) =>
  [...new Set(sizes.map((size) => Math.min(size, largest)))].flatMap((size) => measureRow(work, title, size)),
);
const about = `Node ${process.version}${inPython.length > 0 ? `, ${python.stdout.trim()}` : ''}; ${rounds} processes a value, median. Ratio: to \`scheduler\`, below 1 is better than it.`;
const table = ['| work | units | peer | value | ratio |', '| --- | ---: | --- | ---: | ---: |', ...rows].join('\n');
console.log(`${about}\n\n${table}`);
if (!process.argv.includes('--print')) {
  const text = readFileSync(readme, 'utf8');
  const marked = /(<!-- benchmark -->).*(<!-- \/benchmark -->)/s;
  const written = text.replace(marked, (_, begin: string, end: string) => `${begin}\n\n${about}\n\n${table}\n\n${end}`);
  writeFileSync(readme, await format(written, { parser: 'markdown' }));
}

function measureRow(work: string, title: string, size: number): string[] {
  const peers = Object.keys(works[work] ?? {});
  const values = peers.map((peer) => ({ peer, value: median(() => inNode(work, peer, size)) }));
  if (inPython.includes(work)) values.push({ peer: 'asyncio', value: median(() => inAsyncio(work, size)) });
  const own = values.find(({ peer }) => peer === 'scheduler')?.value ?? NaN;
  return values.map(
    ({ peer, value }) => `| ${title} | ${size} | ${peer} | ${value.toFixed(0)} | ${(value / own).toFixed(2)} |`,
  );
}

function median(measure: () => number): number {
  const values = Array.from({ length: rounds }, measure).sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? NaN;
}

function inNode(work: string, peer: string, size: number): number {
  const once = path.join(import.meta.dirname, 'scheduler-bench-once.ts');
  return Number(execFileSync(process.execPath, ['--expose-gc', once, work, peer, String(size)], { encoding: 'utf8' }));
}

function inAsyncio(work: string, size: number): number {
  const once = path.join(import.meta.dirname, 'scheduler-bench.py');
  return Number(execFileSync('python3', [once, work, String(size)], { encoding: 'utf8' }));
}

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}
