import type { APIRoute } from 'astro';
import { href } from '../layouts/href.ts';

/** What an operating system shows of the site when it is installed. */
export const GET: APIRoute = () => {
  const icons = [192, 512].flatMap((size) =>
    (['any', 'maskable'] as const).map((purpose) => ({
      src: href(`pictures/icon-${size}.png`),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose,
    })),
  );
  const manifest = {
    name: 'Yieldpoint: how Python functions learned to suspend',
    short_name: 'Yieldpoint',
    lang: 'en',
    start_url: href(''),
    scope: href(''),
    display: 'minimal-ui',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons,
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
};
