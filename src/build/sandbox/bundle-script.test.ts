import vm from 'node:vm';
import { expect, it } from 'vitest';
import { bundleScript } from './bundle-script.ts';

it.each([
  'frame/typescript-frame.ts',
  'frame/python-frame.ts',
  'worker/typescript-worker.ts',
  'worker/python-worker.ts',
])('%s becomes one classic script that never evaluates text as code', async (entry) => {
  const script = await bundleScript(entry);
  expect(() => new vm.Script(script)).not.toThrow();
  expect(/\beval\(|new Function\(|^import |^export /m.test(script)).toBe(false);
});
