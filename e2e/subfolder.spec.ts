import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { copyProject } from './copy-project.ts';
import { findPlayground } from './open-playground.ts';
import { demo, expect, test } from './site.ts';

// Builds the site again, which takes minutes on a busy machine.
const timeout = 300_000;
test.describe.configure({ mode: 'serial', timeout });

const base = '/yieldpoint/';
const port = Number(process.env['TEST_PORT'] ?? 4399) + 1000;
const root = path.join(import.meta.dirname, '..');
const host = mkdtempSync(path.join(os.tmpdir(), 'yieldpoint-'));
const command = (name: string): string => path.join(root, 'node_modules/.bin', name);
let project = '';
let server: ReturnType<typeof spawn> | undefined;

test.use({ baseURL: `http://localhost:${port}` });

test.beforeAll(async () => {
  test.setTimeout(timeout);
  // In a copy, because two builds of one folder write the same files, and the types are checked meanwhile, which writes them too.
  project = copyProject();
  const env = { ...process.env, SITE_BASE: base, SITE_URL: 'https://example.org', DEV_PAGES: '' };
  await promisify(execFile)(command('astro'), ['build', '--outDir', path.join(host, base)], { cwd: project, env });
  server = spawn(process.execPath, [command('sirv'), host, '--port', String(port), '--quiet']);
  await expect(async () => {
    expect((await fetch(`http://localhost:${port}${base}`)).status).toBe(200);
  }).toPass();
});

test.afterAll(() => {
  server?.kill();
  rmSync(host, { recursive: true });
  if (project !== '') rmSync(project, { recursive: true, force: true });
});

test('a site in a subfolder runs programs of both languages, and requests nothing outside it', async ({ page }) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (protocol.startsWith('http') && !pathname.startsWith(base)) outside.push(pathname);
  });
  await page.goto(`${base}articles/pep-3156-asyncio/?lang=ts`);
  const think = demo(page, 'think');
  const typescript = think.locator('.program[data-language="typescript"]');
  await typescript.getByRole('button', { name: /^Edit/ }).click();
  await typescript.getByRole('textbox').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(
    `import { sleep } from '@yieldpoint/scheduler';\nexport async function main() {\n  await sleep(2);\n  const n: number = 'below';\n  console.log(n);\n}`,
  );
  await expect(typescript.locator('.cm-lintRange-error')).toHaveText('n');
  await typescript.getByRole('button', { name: 'Run' }).click();
  await expect(think.locator('.console li')).toHaveText(['2 s below']);

  const python = think.locator('.program[data-language="python"]');
  await think.getByRole('radio', { name: 'Python' }).check();
  await python.getByRole('button', { name: 'Run', exact: true }).click();
  await python.getByRole('button', { name: /^Run it here/ }).click();
  await expect(python.locator('.work')).toHaveText(/^Ran on CPython 3\.14\.\d+\.$/, { timeout: 100_000 });
  await expect(think.locator('.console li').first()).toContainText('think(5) begins');
  expect(outside).toEqual([]);
});

test('a shared program opens in the playground of a site in a subfolder', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${base}articles/pep-3156-asyncio/`);
  const python = demo(page, 'think').locator('.program[data-language="python"]');
  await python.getByRole('button', { name: 'Share' }).click();
  await expect(python.locator('.work')).toContainText('The link is copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).pathname).toBe(`${base}playground/`);
  await page.goto(link);
  await expect(page.locator('.shared')).toContainText('This program came with the link.');
  await expect(findPlayground(page).editor).toContainText('async def think');
});
