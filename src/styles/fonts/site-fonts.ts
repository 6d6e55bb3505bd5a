import { fontProviders } from 'astro/config';

const common = {
  provider: fontProviders.local(),
  // A page whose font is late keeps its fallback, so that no line ever moves.
  display: 'optional' as const,
  // Those of fallbacks.css, in the order in which they resemble the site's fonts; Astro's one would be Times.
  optimizedFallbacks: false,
};

/** The two families the site brings; the interface uses the reader's own sans. Made by `npm run fonts`. */
export const siteFonts = [
  {
    ...common,
    name: 'Source Serif 4',
    cssVariable: '--font-serif' as const,
    fallbacks: [
      'Georgia as Site Serif',
      'Noto Serif as Site Serif',
      'DejaVu Serif as Site Serif',
      'Liberation Serif as Site Serif',
      'serif',
    ],
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
    fallbacks: [
      'ui-monospace',
      'Menlo',
      'Consolas',
      'DejaVu Sans Mono as Site Mono',
      'Liberation Mono as Site Mono',
      'monospace',
    ],
    options: {
      variants: [
        { src: ['./src/styles/fonts/mono.woff2'] as [string], weight: '400', style: 'normal' as const },
      ] as const,
    },
  },
];
