import { createServer, type AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import type { Result } from 'lighthouse';
import { chromiumArguments, provideChromium } from '../../scripts/chromium.ts';
import { installPackages } from '../install-packages.ts';
import { bareAddress } from './compressed-site.ts';
import { formatFigure, isWithin, type Measure } from './measure.ts';
import type { PageType } from './page-types.ts';

/** Other work on the machine only ever adds time, so a page over budget is loaded again, and its best load counts. */
const mostLoads = 3;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/**
 * Loads pages like Lighthouse's phone (slow 4G and a slow processor, both simulated), and measures its four scores and, for the
 * first view, the largest paint, blocking time and layout shift. Also prints the same figures for a page of one sentence, which
 * show the machine's own part.
 */
export async function measurePages(origin: string, pages: readonly PageType[]): Promise<readonly Measure[]> {
  installPackages(import.meta.dirname);
  const { default: lighthouse } = await import('lighthouse');
  const port = await findFreePort();
  const browser = await chromium.launch({
    executablePath: provideChromium(),
    args: [...chromiumArguments, `--remote-debugging-port=${port}`],
  });
  const speeds: number[] = [];
  const measureBest = async (page: PageType): Promise<readonly Measure[]> => {
    let best: readonly Measure[] = [];
    for (let load = 0; load < mostLoads && (load === 0 || !best.every(isWithin)); load += 1) {
      const run = await lighthouse(new URL(page.address, origin).href, {
        port,
        logLevel: 'error',
        onlyCategories: [...categories],
        skipAudits: page.unlisted === true ? ['is-crawlable'] : null,
      });
      if (run === undefined) throw new Error(`Expected a report of Lighthouse on ${page.address}, but got none.`);
      speeds.push(run.lhr.environment.benchmarkIndex);
      const own = readReport(page.name, run.lhr);
      if (load === 0 || overBudget(own) < overBudget(best)) best = own;
    }
    return best;
  };
  try {
    const measures: Measure[] = [];
    for (const page of pages) measures.push(...(await measureBest(page)));
    console.log(describeMachine(speeds, await measureBest({ name: 'one sentence', address: bareAddress })));
    return measures;
  } finally {
    await browser.close();
  }
}

/**
 * Lighthouse slows the processor down by a fixed factor, so its times are right for the simulated phone only on a machine of a
 * certain speed.
 */
function describeMachine(speeds: readonly number[], bare: readonly Measure[]): string {
  const [least, most] = [Math.min(...speeds), Math.max(...speeds)].map((speed) => speed.toFixed(0));
  const figures = ['performance', 'largest paint', 'blocked'].map((wanted) => {
    const found = bare.find(({ name }) => name === wanted);
    return found === undefined ? '' : `${wanted} ${formatFigure(found.value, found.unit)}`;
  });
  return `Lighthouse’s index of this machine: ${least} to ${most}; it means one of 1500 to 2000.\nA page of one sentence: ${figures.join(' · ')}`;
}

function readReport(subject: string, report: Result): readonly Measure[] {
  if (report.runtimeError !== undefined) throw new Error(`${subject}: ${report.runtimeError.message}`);
  const figure = (audit: string): number => Math.round((report.audits[audit]?.numericValue ?? NaN) * 1000) / 1000;
  return [
    ...categories.map((category): Measure => ({
      subject,
      name: category,
      value: Math.round((report.categories[category]?.score ?? 0) * 100),
      unit: 'points',
      limit: 100,
      bound: 'at least',
      because: explain(report, category),
    })),
    atMost('largest paint', figure('largest-contentful-paint'), 'ms', 1200),
    atMost('blocked', figure('total-blocking-time'), 'ms', 0),
    atMost('layout shift', figure('cumulative-layout-shift'), 'shift', 0),
  ];

  function atMost(name: string, value: number, unit: Measure['unit'], limit: number): Measure {
    return { subject, name, value, unit, limit, bound: 'at most' };
  }
}

/** By how much a load is over its budgets, in seconds and hundreds of points; only for choosing the better of two loads. */
function overBudget(measures: readonly Measure[]): number {
  const over = measures.filter((measure) => !isWithin(measure));
  return over.reduce((sum, { value, limit, unit }) => sum + Math.abs(value - limit) / (unit === 'ms' ? 1000 : 100), 0);
}

/** The audits that cost a category points, with the first places they name. */
function explain(report: Result, category: string): readonly string[] {
  return (report.categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const audit = report.audits[id];
    if (weight === 0 || audit === undefined || audit.score === null || audit.score >= 0.995) return [];
    const places = (audit.details?.items ?? []).slice(0, 3).map((item) => JSON.stringify(item).slice(0, 300));
    return [`${audit.title} ${audit.displayValue ?? ''}`.trimEnd(), ...places.map((place) => `  ${place}`)];
  });
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
