import { createHash } from 'node:crypto';
import { languageStart } from '../../engine/page/language-start.ts';
import { missingStart } from '../../engine/page/missing-start.ts';
import { themeStart } from '../../engine/page/theme-start.ts';

/**
 * The policy of every page; Astro adds the hashes of the inlined scripts and styles, `own-hashes.ts` keeps a page's own. The
 * sandbox frames have policies of their own.
 */
export const contentSecurityPolicy = {
  directives: [
    // Everything that pages load is named below, except the manifest. WebKitGTK logs a complaint about the directive for that.
    "default-src 'self'" as const,
    "media-src 'none'" as const,
    "img-src 'self'" as const,
    "font-src 'self'" as const,
    "connect-src 'self'" as const,
    "frame-src 'self'" as const,
    "worker-src 'self'" as const,
    "base-uri 'none'" as const,
    "form-action 'none'" as const,
    "object-src 'none'" as const,
    "require-trusted-types-for 'script'" as const,
    'trusted-types workers drawing offline' as const,
  ],
  scriptDirective: { hashes: [hash(missingStart), hash(themeStart), hash(languageStart)] },
};

function hash(script: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
