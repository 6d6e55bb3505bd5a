import type { Element } from 'hast';
import type { HastPluginDefinition, HastVisitorContext } from 'satteri';

/**
 * Makes tables scroll sideways in a group that the keyboard can reach and that is named after its columns. An empty corner cell is
 * not a header.
 */
export const scrollingTables: HastPluginDefinition = {
  name: 'scrolling-tables',
  element: [
    { filter: ['table'], visit: wrapTable },
    { filter: ['th'], visit: turnEmptyHeader },
  ],
};

function wrapTable(table: Readonly<Element>, context: HastVisitorContext): void {
  const columns = listHeaders(table)
    .map((header) => context.textContent(header).trim())
    .filter((name) => name !== '');
  context.wrapNode(table, {
    type: 'element',
    tagName: 'div',
    properties: { className: ['table'], role: 'group', ariaLabel: `Table: ${columns.join(', ')}`, tabIndex: 0 },
    children: [],
  });
}

/** The cells of a table's head. */
function listHeaders({ children }: Readonly<Element>): readonly Readonly<Element>[] {
  return children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'tbody') return [];
    return child.tagName === 'th' ? [child] : listHeaders(child);
  });
}

function turnEmptyHeader(header: Readonly<Element>, context: HastVisitorContext): Element | undefined {
  return context.textContent(header).trim() === '' ? { ...header, tagName: 'td' } : undefined;
}
