import type { StockProgram } from '../../engine/share/stock-program.ts';
import { parseTrace } from '../../engine/trace/event/parse-trace.ts';
import type { Language } from '../../engine/trace/event/events.ts';

/**
 * Fetches a demo of the site, by its id, such as `playground/blank`; undefined if the site has none with that id.
 *
 * @throws {TypeError} if it cannot be fetched
 */
export async function findProgram(id: string): Promise<StockProgram | undefined> {
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id)) return undefined;
  const response = await fetch(`${import.meta.env.BASE_URL}playground/programs/${id}.json`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new TypeError(`Expected the program ${id}, but the answer was ${response.status}.`);
  const { title, python, typescript } = (await response.json()) as StockProgram;
  const read = ({ source, trace }: StockProgram[Language]): StockProgram[Language] => ({
    source,
    trace: parseTrace(trace),
  });
  return { title, python: read(python), typescript: read(typescript) };
}
