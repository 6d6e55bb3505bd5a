import { href } from './href.ts';

/** The full address of a page or file of the site, host and base path included: `fullAddress('articles/')`. */
export function fullAddress(path: string): string {
  return new URL(href(path), import.meta.env.SITE).href;
}
