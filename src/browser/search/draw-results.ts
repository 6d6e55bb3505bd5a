import { createElement } from './create-element.ts';
import { cutExcerpt, markWords } from './excerpt.ts';
import type { ResultGroup } from './group-results.ts';

/** Draws the results as options under the titles of their pages. Ids begin with `id`, addresses with `base`. */
export function drawResults(groups: readonly ResultGroup[], id: string, base: string): readonly HTMLElement[] {
  let number = 0;
  return groups.map(({ page, results }, group) => {
    const title = `${id}-page-${group}`;
    const options = results.map(({ section, words }) =>
      createElement(
        'a',
        { role: 'option', id: `${id}-option-${number++}`, href: `${base}${section.path}`, tabindex: '-1' },
        createElement('strong', {}, ...mark(section.title === '' ? 'From the beginning' : section.title, words)),
        createElement('span', {}, ...mark(cutExcerpt(section.text, words), words)),
      ),
    );
    return createElement(
      'div',
      { role: 'group', 'aria-labelledby': title },
      createElement('p', { id: title, role: 'presentation' }, page),
      ...options,
    );
  });
}

function mark(text: string, words: readonly string[]): readonly (Node | string)[] {
  return markWords(text, words).map(({ text, isMatch }) => (isMatch ? createElement('mark', {}, text) : text));
}
