import type { Element } from 'hast';
import type { HastPluginDefinition, HastVisitorContext } from 'satteri';

/** Tables scroll sideways in a group that the keyboard can reach, and an empty corner is no header. */
export const scrollingTables: HastPluginDefinition = {
  name: 'scrolling-tables',
  element: [
    { filter: ['table'], visit: wrapTable },
    { filter: ['th'], visit: turnEmptyHeader },
  ],
};

function wrapTable(table: Readonly<Element>, context: HastVisitorContext): void {
  context.wrapNode(table, {
    type: 'element',
    tagName: 'div',
    properties: { className: ['table'], role: 'group', ariaLabel: 'Table', tabIndex: 0 },
    children: [],
  });
}

function turnEmptyHeader(header: Readonly<Element>, context: HastVisitorContext): Element | undefined {
  return context.textContent(header).trim() === '' ? { ...header, tagName: 'td' } : undefined;
}
