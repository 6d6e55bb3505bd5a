import type { MdxNode } from '../prose/read-mdx.ts';
import type { Finding } from './finding.ts';
import { locateLine, listNodes } from './list-tags.ts';
import type { Content } from './load-content.ts';

/** Each row of a table has as many cells as its first row. Missing cells would be empty, and extra ones would not be shown. */
export function checkTables({ articles }: Content): readonly Finding[] {
  return articles.flatMap(({ file, bodyLine, tree }) =>
    listNodes(tree)
      .filter(({ type }) => type === 'table')
      .flatMap(({ children: [head, ...rows] = [] }) => {
        const wanted = countCells(head);
        return rows
          .filter((row) => countCells(row) !== wanted)
          .map((row) => ({
            file,
            line: locateLine(row, bodyLine),
            message: `Expected a row of ${wanted} cells, as the first row has, but got ${countCells(row)}`,
            fix: 'Add the missing cells, and write a "|" within a cell as "\\|".',
          }));
      }),
  );
}

function countCells(row: MdxNode | undefined): number {
  return row?.children?.length ?? 0;
}
