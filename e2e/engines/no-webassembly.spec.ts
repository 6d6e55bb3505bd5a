import { expect, readElementText, test } from './reading-room.ts';
import { honestPrograms } from '../honest-programs.ts';
import { SandboxPage } from './sandbox-page.ts';

test.use({ engineOptions: { webAssembly: false } });

test('a browser without WebAssembly gets a message before anything is fetched, and runs TypeScript', async ({
  reader,
  site,
}) => {
  const page = new SandboxPage(reader);
  await page.open(site.origin);
  expect(await page.run('python', honestPrograms.python)).toBe(
    'SandboxUnavailable: Expected Python to start, but this browser has no WebAssembly, or it is switched off. Switch WebAssembly on for this site: on an iPhone, Lockdown Mode switches it off. Programs in TypeScript run without it.',
  );
  expect(await readElementText(reader, '[name=progress]')).toBe('');
  expect(await page.run('typescript', honestPrograms.typescript)).toMatch(/^finished 7 · /);
});
