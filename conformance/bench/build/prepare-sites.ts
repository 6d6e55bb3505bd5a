import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { locateCache } from '../../../src/build/cache/locate-cache.ts';
import { installPackages } from '../../install-packages.ts';
import { copyArticles, makePlain, writePlainMarkdown } from './article-copies.ts';

/** Articles whose demos other pages show. */
const shownElsewhere: ReadonlySet<string> = new Set(['event-loop', 'pep-3156-asyncio']);

/**
 * Writes this project with that many articles into the folder, with its own empty caches.
 *
 * @param articles `whole`, or `plain`: text and listings, without demos but for two articles
 */
export function prepareOurs(root: string, folder: string, count: number, articles: 'whole' | 'plain'): void {
  rmSync(folder, { recursive: true, force: true });
  const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of tracked.split('\n')) {
    if (file === '' || file.startsWith('content/articles/') || !existsSync(path.join(root, file))) continue;
    cpSync(path.join(root, file), path.join(folder, file));
  }
  for (const copy of copyArticles(root, count)) {
    const { slug, files } = articles === 'whole' || shownElsewhere.has(copy.slug) ? copy : makePlain(copy);
    const target = path.join(folder, 'content/articles', slug);
    mkdirSync(target, { recursive: true });
    for (const [name, text] of files) writeFileSync(path.join(target, name), text);
  }
  linkModules(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  // The snapshot that CPython starts from does not depend on the content, so it is not measured as growth.
  const cache = locateCache(root);
  for (const name of existsSync(cache) ? readdirSync(cache) : [])
    if (name.startsWith('python-')) cpSync(path.join(cache, name), path.join(locateCache(folder), name));
}

/**
 * Writes a Starlight site with the same articles as plain Markdown into the folder. Its packages are installed once, beside their
 * lock file.
 */
export function prepareStarlight(root: string, folder: string, count: number): void {
  const installed = path.join(import.meta.dirname, 'starlight');
  installPackages(installed);
  rmSync(folder, { recursive: true, force: true });
  const docs = path.join(folder, 'src/content/docs');
  mkdirSync(docs, { recursive: true });
  for (const copy of copyArticles(root, count))
    writeFileSync(path.join(docs, `${copy.slug}.md`), writePlainMarkdown(copy));
  writeFileSync(path.join(docs, 'index.md'), '---\ntitle: Home\n---\nHome.\n');
  cpSync(path.join(installed, 'package.json'), path.join(folder, 'package.json'));
  writeFileSync(
    path.join(folder, 'astro.config.mjs'),
    `import starlight from '@astrojs/starlight';
export default { site: 'https://site.invalid', integrations: [starlight({ title: 'Bench' })] };
`,
  );
  writeFileSync(
    path.join(folder, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  );
  linkModules(path.join(installed, 'node_modules'), path.join(folder, 'node_modules'));
}

/** A node_modules of links to another's packages, without its caches. */
function linkModules(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name.startsWith('.') || name === '@yieldpoint') continue;
    symlinkSync(path.join(from, name), path.join(to, name));
  }
  if (!existsSync(path.join(from, '@yieldpoint'))) return;
  mkdirSync(path.join(to, '@yieldpoint'));
  symlinkSync('../../src/engine/scheduler', path.join(to, '@yieldpoint/scheduler'));
}
