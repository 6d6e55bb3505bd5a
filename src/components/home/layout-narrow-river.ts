import type { River, RiverPep } from './river.ts';
import { spreadOut } from './spread-out.ts';

/** A river that flows downwards; all lengths in pixels. */
export type NarrowRiver = {
  readonly width: number;
  readonly height: number;
  /** The left and right bank of the stream. */
  readonly stream: { readonly left: number; readonly right: number };
  readonly years: readonly { readonly year: number; readonly y: number }[];
  readonly releases: readonly { readonly version: string; readonly at: number; readonly y: number }[];
  /**
   * In order of time: PEPs with the articles about them, and libraries. `at` is the true position, `y` the one with enough room.
   */
  readonly entries: readonly NarrowEntry[];
};

export type NarrowEntry = {
  readonly at: number;
  readonly y: number;
  readonly x: number;
} & (
  | {
      readonly kind: 'pep';
      readonly pep: RiverPep;
      readonly text: string;
      readonly stations: readonly {
        readonly number: number;
        readonly slug: string;
        readonly title: string;
        readonly x: number;
      }[];
    }
  | { readonly kind: 'library'; readonly name: string }
);

const width = 340;
const pixelsPerYear = 40;
const margin = 18;
const entryGap = 27;
const releaseGap = 15;

/** Lays out the history for narrow pages and for print: time runs down, and every name has its own line. */
export function layoutNarrowRiver(river: River): NarrowRiver {
  const moments = [
    ...river.peps.map(({ created }) => created),
    ...river.releases.map(({ at }) => at),
    ...river.libraries.map(({ at }) => at),
  ];
  const first = Math.floor(Math.min(...moments));
  const last = Math.ceil(Math.max(...moments));
  const place = (year: number): number => margin + (year - first) * pixelsPerYear;
  const entries = [
    ...river.peps.map((pep) => ({ kind: 'pep' as const, pep, at: place(pep.created) })),
    ...river.libraries.map(({ name, at }) => ({ kind: 'library' as const, name, at: place(at) })),
  ].sort((a, b) => a.at - b.at);
  const places = spreadOut(
    entries.map(({ at }) => at),
    entryGap,
    margin,
  );
  const releases = spreadOut(
    river.releases.map(({ at }) => place(at)),
    releaseGap,
    margin,
  );
  const placed = entries.map((entry, index): NarrowEntry => {
    const y = places[index] ?? entry.at;
    if (entry.kind === 'library') return { ...entry, y, x: 110 };
    const told = river.stations.filter(({ pep }) => pep === entry.pep.number);
    const stations = told.map(({ number, slug, title }, from) => ({
      number,
      slug,
      title,
      x: width - 12 - (told.length - 1 - from) * 25,
    }));
    return { ...entry, y, x: 110, text: `${entry.pep.number} ${entry.pep.label}`, stations };
  });
  return {
    width,
    height: Math.max(place(last), ...places) + margin,
    stream: { left: 72, right: 86 },
    years: Array.from({ length: last - first + 1 }, (_, index) => first + index)
      .filter((year) => year % 5 === 0)
      .map((year) => ({ year, y: place(year) })),
    releases: river.releases.map(({ version, at }, index) => ({
      version,
      at: place(at),
      y: releases[index] ?? place(at),
    })),
    entries: placed,
  };
}
