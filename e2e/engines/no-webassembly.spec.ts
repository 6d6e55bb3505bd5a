import { expect, readText, test } from './reading-room.ts';
import { honest, SandboxPage } from './sandbox-page.ts';

test.use({ engineOptions: { webAssembly: false } });

test('a browser without WebAssembly gets a message before anything is fetched, and runs TypeScript', async ({
  reader,
  site,
}) => {
  const page = new SandboxPage(reader);
  await page.open(site.origin);
  expect(await page.run('python', honest.python)).toBe(
    'SandboxUnavailable: Expected Python to start, but this browser has no WebAssembly, or it is switched off. Switch WebAssembly on for this site: on an iPhone, Lockdown Mode switches it off. Programs in TypeScript run without it.',
  );
  expect(await readText(reader, '[name=progress]')).toBe('');
  expect(await page.run('typescript', honest.typescript)).toMatch(/^finished 7 · /);
});
