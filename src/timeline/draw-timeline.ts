import { drawMark } from './draw-mark.ts';
import { escapeMarkup } from './escape-markup.ts';
import type { Geometry, Point, Segment } from './geometry.ts';
import { formatLength } from './format-length.ts';

/**
 * Returns the run as one SVG element, without the lanes' names (`drawNames`), complete in itself.
 * Everything drawn carries `data-step`; colors come from `timeline.css`. `id` must be unique on the page: ids inside begin with it.
 */
export function drawTimeline(geometry: Geometry, id: string): string {
  const { width, height, title, description } = geometry;
  return [
    `<svg class="timeline-run" role="img" aria-labelledby="${id}-title ${id}-description" ${size(width, height)}>`,
    `<title id="${id}-title">${escapeMarkup(title)}</title>`,
    `<desc id="${id}-description">${escapeMarkup(description)}</desc>`,
    drawHatch(id),
    drawIterations(geometry),
    `<rect class="now" x="0" y="0" width="0" height="${formatLength(height)}"/>`,
    ...geometry.segments.filter(({ state }) => !isActing(state)).map((segment) => drawSegment(segment, id)),
    ...geometry.links.map(({ step, x, y1, y2 }) => line('link', step, { x, y: y1 }, { x, y: y2 })),
    drawBaton(geometry.baton),
    ...geometry.segments.filter(({ state }) => isActing(state)).map((segment) => drawSegment(segment, id)),
    drawCauses(geometry),
    ...geometry.deadlocks.map(({ step, x, y1, y2 }) => line('deadlock', step, { x, y: y1 }, { x, y: y2 })),
    ...geometry.marks.map(drawMark),
    ...geometry.segments.flatMap(drawLabel),
    ...geometry.readings.map(
      ({ step, kind, x, text }) =>
        `<text class="reading ${kind}" data-step="${step}" x="${formatLength(x)}" y="${geometry.rows.clock ?? 0}">${text}</text>`,
    ),
    '</svg>',
  ].join('');
}

const isActing = (state: Segment['state']): boolean =>
  ['running', 'done', 'failed', 'cancelled', 'idle'].includes(state);

/** The `width` and `height` keep the picture's place before any style is there. */
const size = (width: number, height: number): string =>
  `viewBox="0 0 ${formatLength(width)} ${formatLength(height)}" width="${formatLength(width)}" height="${formatLength(height)}"`;

function drawHatch(id: string): string {
  return (
    `<defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    '<path class="hatch" d="M0 0V6"/></pattern></defs>'
  );
}

function drawIterations({ iterations, height, rows }: Geometry): string {
  return iterations
    .map(({ iteration, x, width }) => {
      const shade = iteration % 2 === 0 ? rectangle('iteration', x, 0, width, height) : '';
      return `${shade}<text class="iteration-number" x="${formatLength(x + width / 2)}" y="${rows.iterations ?? 0}">${iteration}</text>`;
    })
    .join('');
}

function rectangle(name: string, x: number, y: number, width: number, height: number): string {
  return `<rect class="${name}" x="${formatLength(x)}" y="${formatLength(y)}" width="${formatLength(width)}" height="${formatLength(height)}"/>`;
}

function drawSegment({ state, from, x, y, width, height, radius, title }: Segment, id: string): string {
  const fill = state === 'waiting' ? ` fill="url(#${id}-hatch)"` : '';
  return (
    `<rect class="${state}" data-step="${from}"${fill} x="${formatLength(x)}" y="${formatLength(y)}" ` +
    `width="${formatLength(width)}" height="${formatLength(height)}" rx="${formatLength(radius)}">` +
    `<title>${escapeMarkup(title)}</title></rect>`
  );
}

function drawLabel({ label, state, from, y, height }: Segment): string[] {
  if (label === null) return [];
  const middle = formatLength(y + height / 2 + 4);
  const place = `x="${formatLength(label.x)}" y="${middle}"`;
  return [`<text class="label ${state}" data-step="${from}" ${place}>${escapeMarkup(label.text)}</text>`];
}

function drawBaton(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${formatLength(first.x)} ${formatLength(first.y)}`;
  let previous = first;
  for (const point of rest) {
    path += point.y === previous.y ? `H${formatLength(point.x)}` : `V${formatLength(point.y)}`;
    previous = point;
  }
  return `<path class="baton" d="${path}"/>`;
}

const fewCauses = 12;

/** Few arrows are all drawn faintly; of many, only those that the page selects are seen. */
function drawCauses({ causes }: Geometry): string {
  if (causes.length === 0) return '';
  const arrows = causes.map(({ step, from, to }) => {
    const head = to.y > from.y ? -5 : 5;
    const middle = (from.y + to.y) / 2;
    const shaft =
      from.x === to.x
        ? `V${formatLength(to.y)}`
        : `C${formatLength(from.x)} ${formatLength(middle)} ${formatLength(to.x)} ${formatLength(middle)} ${formatLength(to.x)} ${formatLength(to.y)}`;
    const tip = `M${formatLength(to.x - 3)} ${formatLength(to.y + head)}l3 ${-head}l3 ${head}`;
    return `<path data-step="${step}" d="M${formatLength(from.x)} ${formatLength(from.y)}${shaft}${tip}"/>`;
  });
  return `<g class="causes ${causes.length > fewCauses ? 'many' : 'few'}">${arrows.join('')}</g>`;
}

function line(name: string, step: number, from: Point, to: Point): string {
  return `<path class="${name}" data-step="${step}" d="M${formatLength(from.x)} ${formatLength(from.y)}L${formatLength(to.x)} ${formatLength(to.y)}"/>`;
}
