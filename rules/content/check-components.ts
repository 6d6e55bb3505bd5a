import type { Finding } from './finding.ts';
import { locateLine, listNodes, listTags } from './list-tags.ts';
import type { Content, LoadedArticle } from './load-content.ts';
import { suggestNearest } from '../../src/engine/page/suggest-nearest.ts';

/** The required and allowed attributes of each component of `src/components/prose/article-components.ts`. */
export const componentAttributes: Readonly<
  Record<string, { readonly needs: readonly string[]; readonly takes: readonly string[] }>
> = {
  Cite: { needs: ['id'], takes: [] },
  Demo: { needs: ['name'], takes: ['begins', 'lit', 'lowered', 'predict'] },
  Line: { needs: ['demo', 'has'], takes: ['typescript'] },
  Listing: { needs: ['file'], takes: ['mark', 'region'] },
  Note: { needs: [], takes: [] },
  State: { needs: ['is'], takes: [] },
  Step: { needs: ['demo', 'at'], takes: [] },
  Term: { needs: ['id'], takes: [] },
  Version: { needs: ['id'], takes: [] },
};

const names = Object.keys(componentAttributes).join(', ');

/** The states that a drawing shows. */
export const stateNames: readonly string[] = ['running', 'ready', 'waiting', 'done', 'failed', 'cancelled'];

/** An article uses only the site's components, with their right names and attributes; it imports and computes nothing. */
export function checkComponents({ articles }: Content): readonly Finding[] {
  return articles.flatMap((article) => [...checkTags(article), ...checkCode(article)]);
}

function checkTags(article: LoadedArticle): readonly Finding[] {
  return listTags(article).flatMap(({ name, line, attributes }) => {
    const known = componentAttributes[name];
    const say = (message: string, fix: string): readonly Finding[] => [{ file: article.file, line, message, fix }];
    if (known === undefined) {
      return /^[a-z]/.test(name)
        ? say(`Expected Markdown, but got the HTML tag <${name}>`, adviseMarkdown(name))
        : say(
            `Expected one of the components ${names}, but got <${name}>`,
            `${suggestNearest(name, Object.keys(componentAttributes))}Correct its name, or write plain Markdown.`,
          );
    }
    const all = [...known.needs, ...known.takes];
    const unknown = [...attributes.keys()].find((attribute) => !all.includes(attribute));
    const meant = unknown === undefined ? '' : suggestNearest(unknown, all);
    const missing = known.needs.find((attribute) => attributes.get(attribute) === undefined);
    // A misspelled attribute is also missing; then its name is the fault to report.
    if (missing !== undefined && meant === '') {
      return say(
        `Expected <${name}> to have ${missing}="…", but it has none`,
        `Write <${name} ${missing}="…">, with quotes; /contribute/ shows it.`,
      );
    }
    if (unknown !== undefined) {
      const takes = all.length === 0 ? 'no attributes' : `only the attributes ${all.join(', ')}`;
      return say(
        `Expected <${name}> to have ${takes}, but got ${unknown}`,
        `${meant}Correct its name, or take it out.`,
      );
    }
    const state = attributes.get('is');
    if (state !== undefined && !stateNames.includes(state)) {
      return say(
        `Expected one of the states ${stateNames.join(', ')}, but got "${state}"`,
        `${suggestNearest(state, stateNames)}Correct the state.`,
      );
    }
    return [];
  });
}

function adviseMarkdown(name: string): string {
  if (name === 'img') return 'Write ![what it shows](./name.svg).';
  if (name === 'a') return 'Write [text](address).';
  return 'Write it as Markdown; if a "<" is meant, put it in backticks.';
}

function checkCode({ file, tree, bodyLine }: LoadedArticle): readonly Finding[] {
  return listNodes(tree).flatMap((node) => {
    const line = locateLine(node, bodyLine);
    const value = node.value ?? '';
    if (node.type === 'mdxjsEsm') {
      return [
        {
          file,
          line,
          message: `Expected an article without imports, but got "${value.split('\n')[0] ?? ''}"`,
          fix: 'Delete the line; every component is there without it.',
        },
      ];
    }
    const isExpression = node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression';
    if (!isExpression || /^\s*\/\*[^]*\*\/\s*$/.test(value)) return [];
    return [
      {
        file,
        line,
        message: `Expected text, but got the expression {${value.split('\n')[0] ?? ''}}`,
        fix: 'Put braces of the text in backticks.',
      },
    ];
  });
}
