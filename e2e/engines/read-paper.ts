import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** A piece of text on paper: where it begins and ends, its baseline and its font size, in points from the lower left corner. */
type PaperText = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
};

/** A horizontal line on paper, in points. */
type PaperLine = { readonly left: number; readonly right: number; readonly height: number };

export type PaperPage = { readonly texts: readonly PaperText[]; readonly lines: readonly PaperLine[] };

type Matrix = readonly [number, number, number, number, number, number];

/** The content of each page of a PDF: pieces of text in reading order, and lines of at least 40 points. */
export async function readPaper(pdf: Buffer): Promise<readonly PaperPage[]> {
  const { OPS } = await getResolvedPDFJS();
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
  const pages: PaperPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size, left, baseline] = item.transform as [number, number, number, number, number, number];
      return [{ text: item.str, left, right: left + item.width, baseline, size }];
    });
    const { fnArray, argsArray } = await page.getOperatorList();
    pages.push({ texts, lines: findLines(fnArray, argsArray as readonly unknown[], OPS) });
  }
  return pages;
}

/** The lines among a page's drawing operators: strokes and fills that are almost flat and not short. */
function findLines(
  operators: readonly number[],
  operands: readonly unknown[],
  OPS: Readonly<Record<string, number>>,
): readonly PaperLine[] {
  const lines: PaperLine[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [index, operator] of operators.entries()) {
    if (operator === OPS['save'] || operator === OPS['paintFormXObjectBegin']) saved.push(matrix);
    if (operator === OPS['restore'] || operator === OPS['paintFormXObjectEnd']) matrix = saved.pop() ?? matrix;
    if (operator === OPS['transform']) matrix = multiply(matrix, operands[index] as Matrix);
    if (operator === OPS['paintFormXObjectBegin'])
      matrix = multiply(matrix, (operands[index] as [Matrix | null])[0] ?? [1, 0, 0, 1, 0, 0]);
    if (operator !== OPS['constructPath']) continue;
    const [painted, , box] = operands[index] as [number, unknown, readonly [number, number, number, number] | null];
    // A path that only clips paints nothing.
    if (painted === OPS['endPath'] || box === null) continue;
    const [x1, y1] = place(matrix, box[0], box[1]);
    const [x2, y2] = place(matrix, box[2], box[3]);
    if (Math.abs(y1 - y2) > 2 || Math.abs(x1 - x2) < 40) continue;
    lines.push({ left: Math.min(x1, x2), right: Math.max(x1, x2), height: (y1 + y2) / 2 });
  }
  return lines;
}

function place([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The matrix that applies `inner` first, then `outer`. */
function multiply(outer: Matrix, [a, b, c, d, e, f]: Matrix): Matrix {
  const [x, y] = place(outer, e, f);
  return [
    outer[0] * a + outer[2] * b,
    outer[1] * a + outer[3] * b,
    outer[0] * c + outer[2] * d,
    outer[1] * c + outer[3] * d,
    x,
    y,
  ];
}
