import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/**
 * Copies the project in its present state into a new folder, where it can be broken or built while others read and build the
 * original. Returns the folder.
 */
export function copyProject(): string {
  const project = mkdtempSync(path.join(os.tmpdir(), 'yieldpoint-copy-'));
  const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of tracked.split('\n')) {
    if (file !== '' && existsSync(path.join(root, file))) cpSync(path.join(root, file), path.join(project, file));
  }
  const modules = path.join(root, 'node_modules');
  mkdirSync(path.join(project, 'node_modules'));
  for (const name of readdirSync(modules)) {
    // The copy has its own caches, and the scheduler's package name leads to the copy.
    if (name.startsWith('.') || name === '@yieldpoint') continue;
    symlinkSync(path.join(modules, name), path.join(project, 'node_modules', name));
  }
  // Programs that the build has run are not run again. Programs that are changed in the copy have other keys.
  const runs = path.join(modules, '.cache/yieldpoint');
  if (existsSync(runs)) cpSync(runs, path.join(project, 'node_modules/.cache/yieldpoint'), { recursive: true });
  mkdirSync(path.join(project, 'node_modules/@yieldpoint'));
  symlinkSync(path.join(project, 'src/engine/scheduler'), path.join(project, 'node_modules/@yieldpoint/scheduler'));
  return project;
}
