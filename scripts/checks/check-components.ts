import { lineAt } from './check-references.ts';
import type { Finding } from './finding.ts';
import type { Content } from './load-content.ts';

/** The components of `src/components/prose/article-components.ts`. */
export const knownComponents = ['Cite', 'Demo', 'Listing', 'Note', 'State', 'Term', 'Version'];

/** An article uses the site's components only, by their right names, and imports nothing. */
export function checkComponents({ articles }: Content): readonly Finding[] {
  return articles.flatMap(({ file, body, bodyLine }) => {
    const text = body.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, (code) => code.replaceAll(/[^\n]/g, ' '));
    const unknown = [...text.matchAll(/<([A-Z]\w*)/g)].filter(([, name = '']) => !knownComponents.includes(name));
    const imports = [...text.matchAll(/^(?:import|export)\s.*$/gm)];
    return [
      ...unknown.map((match) => ({
        file,
        line: bodyLine + lineAt(text, match.index),
        message: `Expected one of the components ${knownComponents.join(', ')}, but got <${match[1] ?? ''}>`,
        fix: 'Correct its name, or write plain Markdown.',
      })),
      ...imports.map((match) => ({
        file,
        line: bodyLine + lineAt(text, match.index),
        message: `Expected an article without imports, but got "${match[0]}"`,
        fix: 'Delete the line; every component is there without it.',
      })),
    ];
  });
}
