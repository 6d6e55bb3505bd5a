import { fontProviders } from 'astro/config';

const common = {
  provider: fontProviders.local(),
  // A page whose font is late keeps its fallback, so that no line ever moves.
  display: 'optional' as const,
};

/** The two families the site brings; the interface uses the reader's own sans. Made by `npm run fonts`. */
export const siteFonts = [
  {
    ...common,
    name: 'Source Serif 4',
    cssVariable: '--font-serif' as const,
    fallbacks: ['Georgia', 'serif'],
    options: {
      variants: [
        { src: ['./src/styles/fonts/serif.woff2'] as [string], weight: '400 600', style: 'normal' as const },
        { src: ['./src/styles/fonts/serif-italic.woff2'] as [string], weight: '400', style: 'italic' as const },
      ] as const,
    },
  },
  {
    ...common,
    name: 'JetBrains Mono',
    cssVariable: '--font-mono' as const,
    fallbacks: ['ui-monospace', 'Menlo', 'Consolas', 'monospace'],
    options: {
      variants: [
        { src: ['./src/styles/fonts/mono.woff2'] as [string], weight: '400', style: 'normal' as const },
      ] as const,
    },
  },
];
