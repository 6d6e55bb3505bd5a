import type { Element } from 'hast';
import type { HastPluginDefinition, HastVisitorContext } from 'satteri';
import { staysWhole, wholeClass } from './inline-code.ts';

/** Keeps code of a few words in a sentence on one line. */
export const wholeCode: HastPluginDefinition = {
  name: 'whole-code',
  element: [{ filter: ['code'], visit: keepWhole }],
};

function keepWhole(code: Readonly<Element>, context: HastVisitorContext): Element | undefined {
  const isPlain = code.children.every(({ type }) => type === 'text');
  if (!isPlain || !staysWhole(context.textContent(code))) return undefined;
  return { ...code, properties: { ...code.properties, className: [wholeClass] } };
}
