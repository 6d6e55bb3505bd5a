import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const policy = /(<meta http-equiv="content-security-policy" content=")([^"]*)(">)/;

/** Leaves in each page's policy the hashes of its own scripts and styles. Astro lists those of the whole site, 1.5 kB of noise a page. */
export function ownHashes(): AstroIntegration {
  return {
    name: 'own-hashes',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const dist = fileURLToPath(dir);
        for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
          if (!file.endsWith('.html')) continue;
          const html = readFileSync(path.join(dist, file), 'utf8');
          const narrowed = keepOwnHashes(html);
          if (narrowed !== html) writeFileSync(path.join(dist, file), narrowed);
        }
      },
    },
  };
}

/** Returns a page whose policy names only hashes of scripts and styles that stand in it. */
export function keepOwnHashes(html: string): string {
  if (!policy.test(html)) return html;
  const blocks = html.matchAll(/<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/g);
  const own = new Set([...blocks].map(([, , text = '']) => createHash('sha256').update(text).digest('base64')));
  return html.replace(policy, (_, start: string, content: string, end: string) => {
    const kept = content.replaceAll(/ ?'sha256-([^']+)'/g, (hash, digest: string) => (own.has(digest) ? hash : ''));
    return start + kept + end;
  });
}
