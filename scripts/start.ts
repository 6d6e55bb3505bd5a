import { spawn } from 'node:child_process';
import process from 'node:process';
import './build.ts';

// Astro puts its server into the background by itself in some environments; a person who typed `npm start` wants it in front.
const server = spawn('astro', ['preview', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ASTRO_PREVIEW_BACKGROUND: '0', ASTRO_TELEMETRY_DISABLED: '1' },
});
server.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
