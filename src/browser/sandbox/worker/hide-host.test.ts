import vm from 'node:vm';
import { expect, it } from 'vitest';
import { standardNames } from './hide-host.ts';

it('leaves programs every name of the language, and no name of a host', () => {
  const known = vm.runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[];
  // Names of the engine rather than of the language, or the global object itself.
  const hidden = ['WebAssembly', 'console', 'globalThis'];
  expect(known.filter((name) => !standardNames.has(name)).sort()).toEqual(hidden);
  const ofHost = Object.getOwnPropertyNames(globalThis).filter((name) => !known.includes(name));
  expect(ofHost.filter((name) => standardNames.has(name))).toEqual([]);
});
