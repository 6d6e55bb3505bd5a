import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from './finding.ts';

const folders = ['content/articles', 'content/glossary', 'content/versions'] as const;

/** Names that become addresses are lower-case letters, digits and single hyphens. */
export function checkSlugs(root: string): readonly Finding[] {
  return folders.flatMap((folder) => {
    const full = path.join(root, folder);
    if (!existsSync(full)) return [];
    return readdirSync(full)
      .filter((name) => !name.startsWith('.') && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name.replace(/\.yaml$/, '')))
      .map((name) => ({
        file: `${folder}/${name}`,
        message: `Expected a name of lower-case letters, digits and single hyphens, but got "${name}"`,
        fix: `Rename it to "${suggestSlug(name)}"; it becomes an address.`,
      }));
  });
}

function suggestSlug(name: string): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.ya?ml)?$/.exec(name) ?? [];
  const slug = stem
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${slug}${ending === '' ? '' : '.yaml'}`;
}
