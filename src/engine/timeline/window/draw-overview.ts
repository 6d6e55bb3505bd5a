import { markup } from '../write-markup.ts';
import type { Overview } from './layout-overview.ts';

/** The height of a row, in pixels. Across, a stretch is one unit wide, whatever the width of the page. */
const rowHeight = 24;
const mostHigh = 20;
const leastHigh = 3;

/**
 * Returns the overview of a run as an SVG that fills its place: a row of bars for each group, and a line wherever something failed.
 */
export function drawOverview({ rows, failures }: Overview): string {
  const width = rows[0]?.busy.length ?? 0;
  const height = rows.length * rowHeight;
  const bars = rows.map(({ busy }, row) => {
    const bottom = (row + 1) * rowHeight - 2;
    const path = busy.flatMap((share, at) => {
      const high = Math.max(leastHigh, share * mostHigh);
      return share === 0 ? [] : [markup`M${at} ${bottom}v${-high}h1v${high}z`];
    });
    return `<path class="busy" d="${path.join('')}"/>`;
  });
  const failed = failures.map((at) => markup`M${at + 0.5} 0V${height}`).join('');
  return (
    markup`<svg class="overview-run" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">` +
    markup`<rect class="part" x="0" y="0" width="0" height="${height}"/>${bars.join('')}<path class="failed" d="${failed}"/></svg>`
  );
}
