import type { Element, ElementContent } from 'hast';
import type { HastPluginDefinition } from 'satteri';

/** Makes headings with an id link to themselves, so that their address can be copied. Comes after the plugin that adds the ids. */
export const linkedHeadings: HastPluginDefinition = {
  name: 'linked-headings',
  element: [{ filter: ['h2', 'h3'], visit: linkHeading }],
};

function linkHeading(heading: Readonly<Element>): Element | undefined {
  const id = heading.properties['id'];
  const [only] = heading.children;
  if (typeof id !== 'string' || (only?.type === 'element' && only.tagName === 'a')) return undefined;
  const children = [...heading.children] as ElementContent[];
  return {
    ...heading,
    children: [{ type: 'element', tagName: 'a', properties: { href: `#${id}` }, children }],
  };
}
