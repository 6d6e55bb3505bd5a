import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect as soon, test, type Page } from '@playwright/test';
import { copyProject } from './copy-project.ts';

// What a contributor sees after a mistake while `npm run dev` runs: one message with the fix, which disappears when the mistake is
// fixed.

// The server runs every program before it is ready, unless a build has left the runs.
const timeout = 300_000;
test.describe.configure({ mode: 'serial', timeout });

const root = path.join(import.meta.dirname, '..');
const port = Number(process.env['TEST_PORT'] ?? 4399) + 2000;
let project = '';
let server: ReturnType<typeof spawn> | undefined;

// A page of the dev server takes long on a busy machine. The test waits this long only if something is wrong.
const expect = soon.configure({ timeout: 90_000 });

test.use({ baseURL: `http://localhost:${port}` });

test.beforeAll(async () => {
  test.setTimeout(timeout);
  project = copyProject();
  server = spawn(process.execPath, [path.join(root, 'node_modules/.bin/astro'), 'dev', '--port', String(port)], {
    cwd: project,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0' },
    stdio: 'ignore',
  });
  await expect(async () => {
    expect((await fetch(`http://localhost:${port}/articles/event-loop/`)).status).toBe(200);
  }).toPass({ timeout });
});

test.afterAll(() => {
  server?.kill();
  if (project !== '') rmSync(project, { recursive: true, force: true });
});

/** Makes a mistake in a file, and returns a function that fixes it. */
function change(file: string, from: string | RegExp, to: string): () => void {
  const place = path.join(project, file);
  const text = readFileSync(place, 'utf8');
  const changed = text.replace(from, to);
  expect(changed, `Expected ${file} to have ${String(from)}`).not.toBe(text);
  writeFileSync(place, changed);
  return () => {
    writeFileSync(place, text);
  };
}

const overlay = (page: Page): ReturnType<Page['locator']> => page.locator('vite-error-overlay');

const article = 'content/articles/event-loop/index.mdx';
const mistakes: readonly [
  what: string,
  address: string,
  file: string,
  from: string | RegExp,
  to: string,
  said: RegExp,
][] = [
  [
    'a tab in the front matter',
    '/articles/event-loop/',
    article,
    '\npart: ',
    '\n\tpart: ',
    /index\.mdx:\d+Expected YAML, but got a fault: Tabs are not allowed as indentation\.Fix the line/,
  ],
  [
    'an unknown PEP',
    '/articles/event-loop/',
    article,
    /peps: \[\d+/,
    'peps: [9999',
    /index\.mdx:\d+Field "peps": Expected a PEP with a record, but 9999 has none\.Correct the number/,
  ],
  [
    'a tag that is not closed',
    '/articles/event-loop/',
    article,
    /\n---\n\n/,
    '\n---\n\n<Note>\n\n',
    /index\.mdx:\d+Expected a tag that is closed, but got <Note> without its end\.Write <\/Note> after what belongs to it/,
  ],
  [
    'a broken record of a PEP',
    '/peps/3156/',
    'content/peps/3156.yaml',
    /created: .*/,
    'created: 2012-02-31',
    /content\/peps\/3156\.yaml:\d+Field "created": Expected a day that the calendar has\.Fix the field/,
  ],
  [
    'a misspelled field of a term',
    '/glossary/',
    'content/glossary/event-loop.yaml',
    'short:',
    'shrt:',
    /content\/glossary\/event-loop\.yaml:\d+Expected only known fields, but got "shrt"\.Did you mean "short"\?/,
  ],
  [
    'an article that lacks what a changed rule requires',
    '/articles/event-loop/',
    'rules/content/check-components.ts',
    "Cite: { needs: ['id']",
    "Cite: { needs: ['key']",
    /index\.mdx:\d+Expected <Cite> to have key="…", but it has none\.Write <Cite key="…">/,
  ],
  [
    'a component that throws',
    '/articles/event-loop/',
    'src/components/article/Sources.astro',
    '---\n',
    "---\nthrow new Error('Expected a test, but got none.');\n",
    /Expected a test, but got none\.[^]*article\/Sources\.astro:2/,
  ],
];

for (const [what, address, file, from, to, said] of mistakes) {
  test(`${what} is shown over the page, and the page comes back when it is fixed`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('main h1')).toBeVisible();
    const fix = change(file, from, to);
    try {
      await expect(overlay(page)).toContainText(said);
    } finally {
      fix();
    }
    await expect(page.locator('main h1')).toBeVisible();
    await expect(overlay(page)).toHaveCount(0);
  });
}

test('a mistake made before the page was opened is shown over it too', async ({ page }) => {
  const fix = change('content/peps/3156.yaml', 'status: Final', 'status: Done');
  try {
    await page.goto('/articles/event-loop/');
    await expect(overlay(page)).toContainText(/content\/peps\/3156\.yaml:\d+Field "status"/);
  } finally {
    fix();
  }
  await expect(overlay(page)).toHaveCount(0);
});

const program = 'content/articles/event-loop/three-timers';
type Fault = readonly [what: string, file: string, from: string | RegExp, to: string, said: RegExp];
const faults: readonly [Fault, ...Fault[]] = [
  [
    'that differs from its twin',
    `${program}.py`,
    'print(',
    'print("not", ',
    /three-timers\.py:\d+: Expected CPython to do the same, but it does not: .* CPython 3\.14\.2: prints "not /,
  ],
  [
    'that raises in Python',
    `${program}.py`,
    /^/,
    'raise ValueError("gone")\n',
    /three-timers\.py:1: Expected the program to run to its end, as the TypeScript half does, but it raised ValueError: gone\./,
  ],
  [
    'that does not end in TypeScript',
    `${program}.ts`,
    /$/,
    '\nfor (;;) {}\n',
    /three-timers\.ts(?::\d+)?: Expected the program to end, but it reached the limit of /,
  ],
];

for (const [what, file, from, to, said] of faults) {
  test(`a program ${what} is reported at the bottom of the page, and runs again when it is fixed`, async ({ page }) => {
    await page.goto('/articles/event-loop/');
    const fault = page.locator('.fault');
    const fix = change(file, from, to);
    try {
      await expect(fault).toContainText(said);
    } finally {
      fix();
    }
    await expect(fault).toHaveCount(0);
  });
}

test('a page that is still loading when a program is fixed loads again, and shows the new run', async ({
  page,
  context,
}) => {
  const [[, file, from, to, said]] = faults;
  const address = '/articles/event-loop/';
  const fault = page.locator('.fault');
  await page.goto(address);
  const fix = change(file, from, to);
  let arrive = (): void => undefined;
  try {
    await expect(fault).toContainText(said);
    // Where no page listens, the server keeps its message for the next one that does. So another page listens meanwhile.
    const other = await context.newPage();
    await other.goto('/about/');
    // The page listens through this script.
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/@vite/client*', async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto(address, { waitUntil: 'commit' });
    await expect(fault).toContainText(said);
  } finally {
    fix();
  }
  await expect.poll(async () => (await page.request.get(address)).text()).not.toContain('class="fault"');
  arrive();
  await expect(fault).toHaveCount(0);
});
