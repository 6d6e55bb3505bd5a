import { changeStyles } from './change-styles.ts';

const attribute = /data-astro-cid-([a-z0-9]+)(="true")?/g;

/**
 * Gives the attributes by which styles are scoped to their components short names, `data-c0` in the order of the page. Astro
 * derives long names from file paths, and a page has them a thousand times or so.
 *
 * @param html the page's bytes, one character for each; its policy has the hashes of its styles before and after
 */
export function shortenScopes(html: string): string {
  const names = new Map<string, string>();
  const shorten = (text: string): string =>
    text.replaceAll(attribute, (_, scope: string) => {
      const name = names.get(scope) ?? `data-c${names.size.toString(36)}`;
      names.set(scope, name);
      return name;
    });
  return shorten(changeStyles(html, shorten));
}
