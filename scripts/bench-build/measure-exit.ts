import { writeFileSync } from 'node:fs';
import process from 'node:process';

// Loaded before Astro by `--import`: on exit, writes the process's own peak memory, in kB, to the file named in MEASURED.
const file = process.env['MEASURED'];
process.once('exit', () => {
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS));
});
