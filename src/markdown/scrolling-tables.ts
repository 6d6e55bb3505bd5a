import type { HastPluginDefinition } from 'satteri';

/** Tables scroll sideways in a region that the keyboard can reach, and an empty corner is no header. */
export const scrollingTables: HastPluginDefinition = {
  name: 'scrolling-tables',
  element: [
    {
      filter: ['table'],
      visit: (node, context) => {
        context.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          properties: { className: ['table'], role: 'group', ariaLabel: 'Table', tabIndex: 0 },
          children: [],
        });
      },
    },
    {
      filter: ['th'],
      visit: (node, context) => {
        if (context.textContent(node).trim() === '') return { ...node, tagName: 'td' };
        return undefined;
      },
    },
  ],
};
