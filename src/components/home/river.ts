import type { PepData } from '../../build/schemas/pep.ts';
import type { LibraryData, ReleaseData } from '../../build/schemas/releases.ts';

/** The data of a PEP that a drawing of the history needs. */
export type RiverPep = {
  readonly number: number;
  readonly label: string;
  /** Shipped: it joins a release. Open: accepted or still a draft. Refused: rejected, withdrawn, deferred or superseded. */
  readonly fate: 'shipped' | 'open' | 'refused';
  readonly status: string;
  readonly created: number;
  /** When it shipped. */
  readonly released?: number;
  readonly version?: string;
  /** The PEP that superseded it. */
  readonly into?: number;
};

/** An article on the river: its place in the reading order, and the first PEP it is about. */
export type RiverStation = {
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly pep: number;
};

/** The history as data. Times are years with fractions, and everything is in order of time. */
export type River = {
  readonly peps: readonly RiverPep[];
  readonly releases: readonly { readonly version: string; readonly at: number }[];
  readonly libraries: readonly { readonly name: string; readonly at: number }[];
  readonly stations: readonly RiverStation[];
};

/** A day such as 2001-12-21 as a year with a fraction: 2001.97. */
export function readYear(day: string): number {
  const year = Number(day.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  return year + (Date.parse(`${day}T00:00:00Z`) - start) / (Date.UTC(year + 1, 0, 1) - start);
}

/** Sorts the records of the history by time, and finds which refused PEP flowed into which other one. */
export function buildRiver(
  peps: readonly PepData[],
  releases: readonly ReleaseData[],
  libraries: readonly LibraryData[],
  stations: readonly RiverStation[],
): River {
  return {
    peps: peps.map((pep) => describePep(pep, peps)).sort((a, b) => a.created - b.created || a.number - b.number),
    releases: releases
      .flatMap(({ version, released }) => (released === undefined ? [] : [{ version, at: readYear(released) }]))
      .sort((a, b) => a.at - b.at),
    libraries: libraries.map(({ name, since }) => ({ name, at: readYear(since) })).sort((a, b) => a.at - b.at),
    stations,
  };
}

function describePep(pep: PepData, all: readonly PepData[]): RiverPep {
  const into = all.find(({ supersedes }) => supersedes.includes(pep.number))?.number;
  const shipped = pep.python !== undefined && pep.released !== undefined;
  const open = pep.status === 'Accepted' || pep.status === 'Draft' || pep.status === 'Final';
  return {
    number: pep.number,
    label: pep.label ?? pep.title,
    status: pep.status,
    fate: shipped ? 'shipped' : open ? 'open' : 'refused',
    created: readYear(pep.created),
    ...(pep.released === undefined ? {} : { released: readYear(pep.released) }),
    ...(pep.python === undefined ? {} : { version: pep.python }),
    ...(into === undefined ? {} : { into }),
  };
}
