import type { APIRoute } from 'astro';
import { href } from '../layouts/href.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nDisallow:\n\nSitemap: ${new URL(href('sitemap-index.xml'), site).href}\n`);
