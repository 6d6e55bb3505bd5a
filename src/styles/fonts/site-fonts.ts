import { fontProviders } from 'astro/config';

const common = {
  provider: fontProviders.local(),
  // A page whose font arrives late keeps its fallback, so that no line ever moves.
  display: 'optional' as const,
  // The fonts of fallbacks.css, the most similar first. Astro's own choice would be Times.
  optimizedFallbacks: false,
};

/** The two font families of the site, made by `npm run fonts`. The interface uses the reader's own sans-serif font. */
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
