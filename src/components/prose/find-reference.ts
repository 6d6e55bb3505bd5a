import { getEntry } from 'astro:content';
import { findLine, type LineInBoth } from '../../build/demos/find-line.ts';
import type { StoredDemo } from '../../build/demos/demo.ts';
import { readDemo } from '../../build/demos/run-files.ts';
import { alignSteps } from '../../engine/show/align-steps.ts';
import { openRun } from '../../engine/trace/open-run.ts';

/**
 * Returns the number of the line that an article's text refers to, in both programs of a demo.
 *
 * @throws if the article has no such demo, or not exactly one line of each program has the text
 */
export async function findLineOf(
  slug: string,
  demo: string,
  has: string,
  typescript: string | undefined,
): Promise<LineInBoth> {
  const found = findLine(await findDemo(slug, demo), has, typescript);
  if (!('fault' in found)) return found;
  throw new Error(`content/articles/${slug}/index.mdx: ${found.fault}. Correct the text that <Line> names.`);
}

/**
 * Returns the number of the step that an article's text refers to, in the runs of both programs of a demo.
 *
 * @param at counts the steps of the Python program's run, from 1
 * @throws if the article has no such demo, or its run no such step
 */
export async function findStepOf(slug: string, demo: string, at: string): Promise<LineInBoth> {
  const { cpython, trace } = readDemo(await findDemo(slug, demo));
  const run = openRun(cpython);
  const python = Number(at);
  if (run.steps[python - 1] === undefined) {
    throw new Error(
      `content/articles/${slug}/index.mdx: Expected <Step> to name one of the steps 1 to ${run.steps.length} of ${demo}, but got "${at}". Correct the number.`,
    );
  }
  return { python, typescript: alignSteps(run, openRun(trace))?.[python] ?? python };
}

async function findDemo(slug: string, demo: string): Promise<StoredDemo> {
  const entry = await getEntry('demos', `${slug}/${demo}`);
  if (entry !== undefined) return entry.data as StoredDemo;
  throw new Error(
    `content/articles/${slug}/index.mdx: Expected a demo of the article, but there is no "${demo}". Correct the name.`,
  );
}
