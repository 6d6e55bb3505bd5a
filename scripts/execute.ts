import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import process from 'node:process';

/** How a command ended (0: success), and what it wrote to both of its outputs, in order. */
export type Execution = { readonly code: number; readonly output: string };

/**
 * Runs a command without colors and collects its output. A command that cannot be started ends with 1.
 *
 * @param yields whether it takes only what other processes leave of the cores
 */
export function execute(
  [command = '', ...args]: readonly string[],
  { yields = false }: { readonly yields?: boolean } = {},
): Promise<Execution> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // On Windows the commands of npm and of packages are batch files.
      shell: process.platform === 'win32',
      detached: yields && isLinux,
    });
    if (yields) yieldCores(child);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const isLinux = process.platform === 'linux';

/** Gives a process that has just started, and all that it will start, the lowest priority. */
function yieldCores({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  os.setPriority(pid, os.constants.priority.PRIORITY_LOW);
  if (!isLinux) return;
  // Linux divides the cores between sessions before it divides a session's part by the priorities of its processes. So the process is
  // the first of a session of its own, which yields as a whole. A kernel that does not do this has no such file.
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(os.constants.priority.PRIORITY_LOW));
  } catch {
    // Then the priority alone counts.
  }
  // The terminal's interrupt does not reach another session.
  process.once('exit', () => {
    try {
      process.kill(-pid);
    } catch {
      // It is over.
    }
  });
}
