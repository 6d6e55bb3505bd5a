import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { type Browser, chromium } from '@playwright/test';
import { compareMeasures } from '../conformance/budgets/compare-measures.ts';
import { CompressedSite } from '../conformance/budgets/compressed-site.ts';
import { isWithin, type Measure, parseMeasures } from '../conformance/budgets/measure.ts';
import { measureBytes } from '../conformance/budgets/measure-bytes.ts';
import { measureEditing } from '../conformance/budgets/measure-editing.ts';
import { measureLongRuns } from '../conformance/budgets/measure-long-runs.ts';
import { measurePythonMemory } from '../conformance/budgets/measure-memory.ts';
import { measurePages } from '../conformance/budgets/measure-pages.ts';
import { measureEndlessLoop, measureRuns } from '../conformance/budgets/measure-runs.ts';
import { measureMemoryKept, measureStepping } from '../conformance/budgets/measure-stepping.ts';
import { pageTypes } from '../conformance/budgets/page-types.ts';
import { printMeasures } from '../conformance/budgets/print-measures.ts';
import { chromiumArguments, provideChromium } from './chromium.ts';
import { exitWith, readOptions } from './read-options.ts';

const { values, positionals } = readOptions(
  {
    allowPositionals: true,
    options: {
      site: { type: 'string', default: 'dist' },
      json: { type: 'string', default: 'budgets.json' },
      against: { type: 'string' },
    },
  },
  'npm run budgets -- bytes pages',
);

if (values.against === undefined) await measure();
else console.log(compareMeasures(read(values.against), read(values.json)));

/** Measures the built site and prints the table; `npm run budgets -- bytes pages` measures only those parts. */
async function measure(): Promise<void> {
  const root = path.resolve(values.site);
  const site = await CompressedSite.open(root);
  const { origin } = site;
  const parts: Readonly<Record<string, (browser: Browser) => Promise<readonly Measure[]>>> = {
    bytes: (browser) => measureBytes(browser, site, root),
    runs: async (browser) => [...(await measureRuns(browser, origin)), ...(await measureEndlessLoop(browser, origin))],
    editing: (browser) => measureEditing(browser, origin),
    memory: (browser) => measurePythonMemory(browser, origin),
    stepping: (browser) => measureTwelve(browser, origin),
    long: (browser) => measureLongRuns(browser, origin),
    pages: () => measurePages(origin, pageTypes),
  };
  const chosen = positionals.length === 0 ? Object.keys(parts) : positionals;
  const measures: Measure[] = [];
  for (const name of chosen) {
    const part = parts[name];
    if (part === undefined) exitWith(`Expected parts of ${Object.keys(parts).join(', ')}, but got ${name}.`);
    const browser = await chromium.launch({ executablePath: provideChromium(), args: [...chromiumArguments] });
    measures.push(...(await part(browser)));
    await browser.close();
  }
  site.close();
  console.log(printMeasures(measures));
  writeFileSync(values.json, `${JSON.stringify(measures, null, 2)}\n`);
  process.exitCode = measures.every(isWithin) ? 0 : 1;
}

async function measureTwelve(browser: Browser, origin: string): Promise<readonly Measure[]> {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  const { steps, medianMs, p95Ms } = await measureStepping(page, origin);
  const kept = await measureMemoryKept(page, origin);
  await page.close();
  const subject = `twelve demos, a run of ${steps} steps`;
  return [
    { subject, name: 'processor time of a step, median', value: medianMs, unit: 'ms', limit: 16, bound: 'at most' },
    { subject, name: 'processor time of a step, 95 of 100', value: p95Ms, unit: 'ms', limit: 16, bound: 'at most' },
    { subject, name: 'kept after 50 runs', value: kept, unit: 'MB', limit: 5, bound: 'at most' },
  ];
}

function read(file: string): readonly Measure[] {
  return parseMeasures(readFileSync(file, 'utf8'), file);
}
