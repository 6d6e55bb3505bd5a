import { spawn } from 'node:child_process';
import process from 'node:process';

/** How a command ended (0: success), and what it wrote to both of its outputs, in order. */
export type Execution = { readonly code: number; readonly output: string };

/** Runs a command without colors and collects its output. A command that cannot be started ends with 1. */
export function execute([command = '', ...args]: readonly string[]): Promise<Execution> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // On Windows the commands of npm and of packages are batch files.
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
