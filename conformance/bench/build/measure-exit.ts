import { writeFileSync } from 'node:fs';
import process from 'node:process';

// Loaded before Astro by `--import`. On exit, writes the process's peak memory, in kB, and its seconds of processor time, including
// its threads, to the file named in MEASURED.
const file = process.env['MEASURED'];
process.once('exit', () => {
  if (file === undefined) return;
  const { maxRSS } = process.resourceUsage();
  const { user, system } = process.cpuUsage();
  writeFileSync(file, JSON.stringify({ maxRSS, processor: (user + system) / 1e6 }));
});
