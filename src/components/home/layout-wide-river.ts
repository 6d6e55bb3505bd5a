import type { River, RiverPep } from './river.ts';
import { spreadOut } from './spread-out.ts';

/** A river that flows from left to right; all lengths in pixels. */
export type WideRiver = {
  readonly width: number;
  readonly height: number;
  /** Where the stream is; releases and stations are on it. */
  readonly stream: { readonly top: number; readonly bottom: number };
  readonly years: readonly { readonly year: number; readonly x: number }[];
  readonly releases: readonly { readonly version: string; readonly x: number; readonly y: number }[];
  readonly peps: readonly PlacedPep[];
  readonly libraries: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  readonly stations: readonly {
    readonly number: number;
    readonly slug: string;
    readonly title: string;
    readonly x: number;
    readonly y: number;
    /** Where the PEP it is about reaches the stream. */
    readonly from: number;
  }[];
};

/** A PEP from its first day to the point where it joins the stream or another PEP (`y2`), or ends in the open (`y2` equals `y`). */
export type PlacedPep = {
  readonly pep: RiverPep;
  readonly text: string;
  readonly textX: number;
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly textWidth: number;
};

const pixelsPerYear = 42;
const margin = 14;
const pepRow = 25;
const libraryRow = 22;
const streamHeight = 36;
const stationGap = 27;
/** A little more than the average width of a letter in the interface's font. */
const letter = 6.7;

/** Lays out the history for wide pages: PEPs above the stream, articles and libraries below it. */
export function layoutWideRiver(river: River): WideRiver {
  const first = Math.floor(Math.min(...times(river)));
  const last = Math.ceil(Math.max(...times(river)) + 0.2);
  const place = (year: number): number => margin + (year - first) * pixelsPerYear;
  const width = place(last) + margin;
  const rows = placePeps(river.peps, place, width);
  const top = (Math.max(...rows.map(({ row }) => row), 0) + 2) * pepRow;
  const bottom = top + streamHeight;
  const rowHeight = (row: number): number => top - (row + 1) * pepRow;
  const stationRow = bottom + 30;
  const libraries = placeLibraries(river.libraries, place, width);
  const deepest = stationRow + 34 + Math.max(...libraries.map(({ row }) => row), 0) * libraryRow;
  return {
    width,
    height: deepest + 40,
    stream: { top, bottom },
    years: Array.from({ length: last - first + 1 }, (_, index) => first + index)
      .filter((year) => year % 5 === 0)
      .map((year) => ({ year, x: place(year) })),
    releases: river.releases.map(({ version, at }) => ({
      version,
      x: place(at),
      // Python 2 and 3 were released in parallel, so each has its own line.
      y: version.startsWith('2') ? top + 14 : bottom - 7,
    })),
    peps: rows.map(({ pep, text, textX, textWidth, x, x2, row }) => {
      const target = rows.find((other) => other.pep.number === pep.into);
      const y = rowHeight(row);
      const joins = pep.fate === 'shipped' ? top : target === undefined ? y : rowHeight(target.row);
      return { pep, text, textX, textWidth, x, y, x2, y2: joins };
    }),
    libraries: libraries.map(({ name, x, row }) => ({ name, x, y: stationRow + 34 + row * libraryRow })),
    stations: placeStations(river, place).map((station) => ({ ...station, y: stationRow })),
  };
}

const times = (river: River): readonly number[] => [
  ...river.peps.flatMap(({ created, released }) => [created, released ?? created]),
  ...river.releases.map(({ at }) => at),
  ...river.libraries.map(({ at }) => at),
];

type Row = {
  readonly pep: RiverPep;
  readonly text: string;
  readonly textX: number;
  readonly textWidth: number;
  readonly x: number;
  readonly x2: number;
  readonly row: number;
};

/**
 * Gives each PEP the lowest row in which it overlaps nothing and few lines cross names. Refused PEPs come last, because they end at
 * others.
 */
function placePeps(peps: readonly RiverPep[], place: (year: number) => number, width: number): readonly Row[] {
  const placed: Row[] = [];
  const inOrder = [...peps].sort((a, b) => Number(a.fate === 'refused') - Number(b.fate === 'refused'));
  for (const pep of inOrder) {
    const text = `${pep.number} ${pep.label}`;
    const textWidth = text.length * letter;
    const x = place(pep.created);
    // A name that would leave the picture begins to the left of its line.
    const textX = Math.min(x + 4, width - textWidth);
    const target = peps.find(({ number }) => number === pep.into);
    const end = pep.fate === 'shipped' ? pep.released : target?.created;
    const open = pep.fate === 'open' ? width - margin : x + textWidth + 10;
    const x2 = end === undefined ? open : Math.max(place(end), x + 12);
    const candidates = Array.from({ length: 16 }, (_, row) => ({ pep, text, textX, textWidth, x, x2, row }));
    const free = candidates.filter((candidate) => placed.every((other) => !overlap(candidate, other)));
    const cost = (candidate: Row): number =>
      candidate.row + 4 * placed.filter((other) => strikes(candidate, other) || strikes(other, candidate)).length;
    const [best] = free.sort((a, b) => cost(a) - cost(b) || a.row - b.row);
    if (best !== undefined) placed.push(best);
  }
  return placed;
}

const leftEnd = ({ x, textX }: Row): number => Math.min(x - 6, textX);

const rightEnd = ({ x2, textX, textWidth }: Row): number => Math.max(x2, textX + textWidth);

const overlap = (a: Row, b: Row): boolean =>
  a.row === b.row && leftEnd(a) < rightEnd(b) + 6 && leftEnd(b) < rightEnd(a) + 6;

/** Whether the line of `a` down to the stream crosses the name of `b`. */
const strikes = (a: Row, b: Row): boolean =>
  a.pep.fate === 'shipped' && a.row > b.row && a.x2 > b.textX - 4 && a.x2 < b.textX + b.textWidth;

type LibraryRow = { readonly name: string; readonly x: number; readonly row: number; readonly end: number };

function placeLibraries(
  libraries: River['libraries'],
  place: (year: number) => number,
  width: number,
): readonly LibraryRow[] {
  const placed: LibraryRow[] = [];
  for (const { name, at } of libraries) {
    const textWidth = 10 + name.length * letter;
    const x = Math.min(place(at), width - textWidth - margin);
    let row = 0;
    while (placed.some((other) => other.row === row && other.end + 14 > x)) row++;
    placed.push({ name, x, row, end: x + textWidth });
  }
  return placed;
}

function placeStations(river: River, place: (year: number) => number): Omit<WideRiver['stations'][number], 'y'>[] {
  const wanted = river.stations
    .map((station) => {
      const pep = river.peps.find(({ number }) => number === station.pep);
      const at = pep?.released ?? pep?.created ?? Math.min(...times(river));
      return { ...station, from: place(at) };
    })
    .sort((a, b) => a.from - b.from || a.number - b.number);
  const places = spreadOut(
    wanted.map(({ from }) => from),
    stationGap,
    margin,
  );
  return wanted.map(({ number, slug, title, from }, index) => ({
    number,
    slug,
    title,
    from,
    x: places[index] ?? from,
  }));
}
