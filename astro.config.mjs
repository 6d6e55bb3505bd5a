import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { satteri, satteriHeadingIdsPlugin, satteriHighlightPlugin } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { buildCache } from './src/build/cache/build-cache.ts';
import { contentOverlay } from './authoring/dev/content-overlay.ts';
import { reloadLatePages } from './authoring/dev/reload-late-pages.ts';
import manifest from './package.json' with { type: 'json' };
import { siteFonts } from './src/styles/fonts/site-fonts.ts';
import { highlightFence } from './src/markdown/highlight.ts';
import { linkedHeadings } from './src/markdown/linked-headings.ts';
import { readRepository } from './src/layouts/read-repository.ts';
import { scrollingTables } from './src/markdown/scrolling-tables.ts';
import { finishPages } from './src/build/finish-pages/finish-pages.ts';
import { serviceWorker } from './src/build/offline/write-service-worker.ts';
import { wholeCode } from './src/markdown/whole-code.ts';
import { contentSecurityPolicy } from './src/build/finish-pages/content-security-policy.ts';

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://yieldpoint.dev',
  base: process.env.SITE_BASE ?? '/',
  trailingSlash: 'always',
  // Several pages at a time, because pictures are drawn in threads of their own.
  build: { inlineStylesheets: 'always', concurrency: 4 },
  integrations: [
    mdx({ optimize: true }),
    sitemap({ filter: (page) => !/\/(embed|dev)\//.test(page) }),
    finishPages(),
    serviceWorker(),
    contentOverlay(),
    reloadLatePages(),
    // Last, so that it sees what all others have read.
    buildCache(),
  ],
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      hastPlugins: [
        satteriHighlightPlugin(highlightFence),
        satteriHeadingIdsPlugin(),
        linkedHeadings,
        scrollingTables,
        wholeCode,
      ],
    }),
  },
  fonts: siteFonts,
  security: { csp: contentSecurityPolicy },
  vite: {
    define: {
      'import.meta.env.PUBLIC_REPOSITORY': JSON.stringify(
        readRepository(process.env.REPOSITORY_URL, manifest.repository.url),
      ),
      'import.meta.env.PUBLIC_SERVICE_WORKER': JSON.stringify(process.env.SERVICE_WORKER ?? ''),
    },
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});
