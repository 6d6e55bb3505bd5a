import { escapeMarkup } from '../../engine/timeline/escape-markup.ts';
import { markup } from '../../engine/timeline/write-markup.ts';
import type { NarrowEntry, NarrowRiver } from './layout-narrow-river.ts';
import type { PlacedPep, WideRiver } from './layout-wide-river.ts';
import type { RiverPep } from './river.ts';

/** Turns a path below the site's base into an address. */
export type Address = (path: string) => string;

const description =
  'Time runs along the stream, which carries the releases of Python. Each PEP begins on the day it was created: a solid line ' +
  'joins the stream at the release it shipped in, a dashed one was refused, and a dotted one is still open. Numbered circles ' +
  'are the articles of this site. The list below has the same content.';

/**
 * Returns the river for wide pages as one SVG element whose PEPs and articles are links; colors come from the page.
 *
 * @param id must be unique on the page
 */
export function drawWideRiver(river: WideRiver, id: string, address: Address): string {
  const { width, height, stream, years, releases, peps, libraries, stations } = river;
  return [
    open(width, height, id),
    ...years.map(
      ({ year, x }) =>
        markup`<path class="year" d="M${x} 0V${height - 20}"/><text class="year" x="${x}" y="${height - 6}">${year}</text>`,
    ),
    markup`<rect class="stream" x="0" y="${stream.top}" width="${width}" height="${stream.bottom - stream.top}"/>`,
    ...releases.map(
      ({ version, x, y }) =>
        markup`<path class="tick" d="M${x} ${stream.top}V${stream.bottom}"/><text class="release" x="${x + 3}" y="${y}">${version}</text>`,
    ),
    ...peps.map(drawWay),
    ...byTime(peps).map((pep) => drawName(pep.pep, pep.text, pep.textX, pep.y - 6, pep.textWidth, address)),
    ...[...stations]
      .sort((one, other) => one.number - other.number)
      .map(
        ({ number, slug, title, x, y, from }) =>
          markup`<path class="leader" d="M${from} ${stream.bottom}L${x} ${y - 12}"/>` +
          drawStation(number, slug, title, x, y, address),
      ),
    ...libraries.map(({ name, x, y }) => drawLibrary(name, x, y)),
    '</svg>',
  ].join('');
}

/**
 * Returns the river for narrow pages, flowing downwards, as one SVG element; see `drawWideRiver`.
 *
 * @param id must be unique on the page
 */
export function drawNarrowRiver(river: NarrowRiver, id: string, address: Address): string {
  const { width, height, stream, years, releases, entries } = river;
  return [
    open(width, height, id),
    markup`<rect class="stream" x="${stream.left}" y="0" width="${stream.right - stream.left}" height="${height}"/>`,
    ...years.map(({ year, y }) => markup`<text class="year" x="16" y="${y + 4}">${year}</text>`),
    ...releases.map(
      ({ version, at, y }) =>
        markup`<path class="tick" d="M${stream.right} ${at}H${stream.left}L${stream.left - 6} ${y}"/>` +
        markup`<text class="release end" x="${stream.left - 8}" y="${y + 4}">${version}</text>`,
    ),
    ...entries.map((entry) => drawEntry(entry, stream.right, address)),
    '</svg>',
  ].join('');
}

function open(width: number, height: number, id: string): string {
  return (
    markup`<svg class="river" role="group" aria-labelledby="${id}-title" aria-describedby="${id}-description" ` +
    markup`viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<title id="${id}-title">The history of suspending functions, drawn</title>` +
    `<desc id="${id}-description">${description}</desc>`
  );
}

/** In the order in which the PEPs were created, which is also the order in which the keyboard reaches them. */
function byTime(peps: readonly PlacedPep[]): readonly PlacedPep[] {
  return [...peps].sort((one, other) => one.pep.created - other.pep.created || one.pep.number - other.pep.number);
}

/** The line of a PEP through time, and how it ends: in the stream, in another PEP, or with a bar across it. */
function drawWay({ pep, x, y, x2, y2 }: PlacedPep): string {
  const dot = markup`<circle class="source ${pep.fate}" cx="${x}" cy="${y}" r="3.5"/>`;
  const end = y2 === y ? '' : turn(x2, y, y2);
  const bar = y2 === y && pep.fate === 'refused' ? markup`<path class="bar" d="M${x2} ${y - 5}V${y + 5}"/>` : '';
  const way = markup`M${x} ${y}H${y2 === y ? x2 : x2 - 8}`;
  return markup`<path class="way ${pep.fate}" d="${way}${end}"/>${bar}${dot}`;
}

/** A rounded corner from a horizontal line into a vertical one. */
function turn(x: number, y: number, y2: number): string {
  return markup`Q${x} ${y} ${x} ${y + Math.sign(y2 - y) * 8}V${y2}`;
}

function drawName(pep: RiverPep, text: string, x: number, y: number, width: number, address: Address): string {
  const fate = pep.version !== undefined ? `${pep.status}, Python ${pep.version}` : pep.status;
  return (
    markup`<a class="name" href="${escapeMarkup(address(`peps/${pep.number}/`))}" aria-label="${escapeMarkup(`PEP ${text}, ${fate}`)}">` +
    markup`<rect class="hit" x="${x - 10}" y="${y - 15}" width="${width + 16}" height="24"/>` +
    markup`<text x="${x}" y="${y}"><tspan class="number">${pep.number}</tspan>${escapeMarkup(text.slice(String(pep.number).length))}</text></a>`
  );
}

function drawStation(number: number, slug: string, title: string, x: number, y: number, address: Address): string {
  const name = escapeMarkup(`Article ${number}: ${title}`);
  return (
    markup`<a class="station" href="${escapeMarkup(address(`articles/${slug}/`))}"><title>${name}</title>` +
    markup`<circle cx="${x}" cy="${y}" r="12"/><text x="${x}" y="${y + 4}">${number}</text></a>`
  );
}

function drawLibrary(name: string, x: number, y: number): string {
  return (
    markup`<path class="library" d="M${x} ${y - 4}l4 4l-4 4l-4 -4z"/>` +
    markup`<text class="library" x="${x + 9}" y="${y + 4}">${escapeMarkup(name)}</text>`
  );
}

function drawEntry(entry: NarrowEntry, bank: number, address: Address): string {
  const { at, x, y } = entry;
  if (entry.kind === 'library') return drawLibrary(entry.name, x, y);
  const { pep, text, stations } = entry;
  return (
    markup`<path class="way ${pep.fate}" d="M${x - 6} ${y}C${x - 18} ${y} ${bank + 12} ${at} ${bank} ${at}"/>` +
    markup`<circle class="source ${pep.fate}" cx="${x - 5}" cy="${y}" r="3.5"/>` +
    drawName(pep, text, x + 4, y + 4, text.length * 6.7, address) +
    stations.map(({ number, slug, title, x: at }) => drawStation(number, slug, title, at, y, address)).join('')
  );
}
