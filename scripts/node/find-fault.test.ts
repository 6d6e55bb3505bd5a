import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const guard = path.join(import.meta.dirname, 'require.cjs');

test.each(['22.22.3', '22.30.0', '24.16.0', '24.21.0', '26.3.0', '26.12.1', '27.0.0'])(
  'Node %s runs the commands',
  (version) => {
    expect(findFaultOf(version)).toBe('');
  },
);

test.each(['18.20.0', '20.20.2', '22.22.2', '23.11.0', '24.15.9', '25.9.0', '26.2.9'])(
  'Node %s is refused in one line that says what is needed',
  (version) => {
    expect(findFaultOf(version)).toMatch(
      `Expected Node ^22.22.3 || ^24.16.0 || >=26.3.0, but got v${version} (${process.execPath}). Install Node 24`,
    );
  },
);

test('every command of package.json asks for the right Node first', () => {
  for (const folder of ['.', 'src/engine/scheduler']) {
    const { scripts } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    for (const [name, command] of Object.entries(scripts)) {
      if (name === 'postinstall') continue;
      const [, file = ''] = /^node (?:-r )?(\S+)/.exec(command) ?? [];
      expect(path.resolve(root, folder, file), `${folder}: npm run ${name}`).toBe(guard);
    }
  }
});

test('accepts the Node that npm ci installs', () => {
  expect(execFileSync(process.execPath, ['-r', guard, '-e', 'console.log("ran")'], { encoding: 'utf8' })).toBe('ran\n');
});

/** The guard's output if Node reports another version. */
function findFaultOf(version: string): string {
  const pretend = `Object.defineProperty(process, 'version', { value: 'v${version}' });
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });
    require(${JSON.stringify(guard)});`;
  const { stderr, status } = spawnSync(process.execPath, ['-e', pretend], { encoding: 'utf8' });
  expect(status).toBe(stderr === '' ? 0 : 1);
  expect(stderr.split('\n').length).toBeLessThanOrEqual(2);
  return stderr;
}
