import { drawMark } from './draw-mark.ts';
import { presentKinds } from './draw-present.ts';
import { escapeMarkup } from './escape-markup.ts';
import type { BatonPass, CauseArrow, Geometry, FramePassage, Reading, Segment } from './geometry.ts';
import { markup } from './write-markup.ts';

/**
 * Returns the run as one SVG element, without the lanes' names (`drawNames`). Everything that belongs to a step has `data-step`.
 * Colors come from `timeline.css`. The element `.now` is a band that the page moves over the current step, and the paths `.present`
 * are for what is true at that step.
 *
 * @param id must be unique on the page: ids inside begin with it
 */
export function drawTimeline(geometry: Geometry, id: string): string {
  const { width, height, title, description, segments } = geometry;
  return [
    markup`<svg class="timeline-run" id="${id}-run" role="img" aria-labelledby="${id}-title ${id}-description" `,
    // the size reserves the picture's place before styles are loaded
    markup`viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title id="${id}-title">${escapeMarkup(title)}</title>`,
    `<desc id="${id}-description">${escapeMarkup(description)}</desc>`,
    // Title and description say it in words; reading out the marks one by one would say nothing.
    '<g aria-hidden="true">',
    drawHatch(id),
    drawIterations(geometry),
    markup`<rect class="now" x="0" y="0" width="0" height="${height}"/>`,
    // Only a segment that waits shows it: styles give every other state a color.
    `<g fill="url(#${id}-hatch)">`,
    ...segments.filter((segment) => !isActing(segment)).map(drawSegment),
    '</g>',
    ...geometry.links.map(
      ({ step, x, y1, y2 }) => markup`<path class="link" data-step="${step}" d="M${x} ${y1}V${y2}"/>`,
    ),
    ...geometry.baton.map(drawPass),
    ...segments.filter(isActing).map(drawSegment),
    ...geometry.passages.map(drawPassage),
    drawCauses(geometry.causes),
    ...geometry.deadlocks.map(
      ({ step, x, y1, y2 }) => markup`<path class="deadlock" data-step="${step}" d="M${x} ${y1}V${y2}"/>`,
    ),
    ...geometry.marks.map(drawMark),
    ...segments.flatMap(drawLabel),
    ...geometry.readings.map((reading) => drawReading(reading, geometry.rows.clock ?? 0)),
    ...(geometry.namesWidth > 0 ? presentKinds.map((kind) => `<path class="present ${kind}"/>`) : []),
    '</g></svg>',
  ].join('');
}

/** Acting states are drawn over the baton, resting ones under it. */
const isActing = ({ state }: Segment): boolean =>
  ['running', 'done', 'failed', 'cancelled', 'destroyed', 'idle'].includes(state);

function drawHatch(id: string): string {
  return (
    `<defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    '<path class="hatch" d="M0 0V6"/></pattern></defs>'
  );
}

function drawIterations({ iterations, height, rows }: Geometry): string {
  return iterations
    .map(({ iteration, x, width }) => {
      const shade = markup`<rect class="iteration" x="${x}" y="0" width="${width}" height="${height}"/>`;
      const number = markup`<text class="iteration-number" x="${x + width / 2}" y="${rows.iterations ?? 0}">${iteration}</text>`;
      return (iteration % 2 === 0 ? shade : '') + number;
    })
    .join('');
}

function drawSegment({ state, from, x, y, width, height, radius, title }: Segment): string {
  const box = markup`x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"`;
  return `<rect class="${state}" data-step="${from}" ${box}><title>${escapeMarkup(title)}</title></rect>`;
}

function drawLabel({ label, state, from, y, height }: Segment): string[] {
  if (label === null) return [];
  const place = markup`x="${label.x}" y="${y + height / 2 + 4}"`;
  return [`<text class="label ${state}" data-step="${from}" ${place}>${escapeMarkup(label.text)}</text>`];
}

/** The tip of an arrow, drawn from its point. Without coordinates of its own it is the same text in every arrow of a page. */
const tipDown = 'm-3 -5l3 5l3 -5';
const tipUp = 'm-3 5l3 -5l3 5';

function drawPass({ step, from, to }: BatonPass): string {
  return markup`<path class="baton" data-step="${step}" d="M${from.x} ${from.y}V${to.y}H${to.x}"/>`;
}

function drawPassage({ step, kind, x, y1, y2, text, label }: FramePassage): string {
  const tip = y2 > y1 ? tipDown : tipUp;
  const path = markup`<path class="passage ${kind}" data-step="${step}" d="M${x} ${y1}V${y2}${tip}"/>`;
  const words = markup`<text class="passage ${kind}" data-step="${step}" x="${label.x}" y="${label.y}">${escapeMarkup(text)}</text>`;
  return path + words;
}

function drawReading({ step, kind, x, text }: Reading, y: number): string {
  return markup`<text class="reading ${kind}" data-step="${step}" x="${x}" y="${y}">${text}</text>`;
}

const fewCauses = 12;

/** If there are few arrows, all are drawn, faintly; if there are many, only those of the current step are visible. */
function drawCauses(causes: readonly CauseArrow[]): string {
  if (causes.length === 0) return '';
  return `<g class="causes ${causes.length > fewCauses ? 'many' : 'few'}">${causes.map(drawCause).join('')}</g>`;
}

function drawCause({ step, from, to }: CauseArrow): string {
  const middle = (from.y + to.y) / 2;
  const shaft = from.x === to.x ? markup`V${to.y}` : markup`C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
  const tip = to.y > from.y ? tipDown : tipUp;
  return markup`<path data-step="${step}" d="M${from.x} ${from.y}${shaft}${tip}"/>`;
}
