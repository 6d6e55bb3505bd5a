import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../content/finding.ts';
import { checkProse } from './check-prose.ts';
import type { Words } from './load-words.ts';
import type { Passage } from './passage.ts';
import { MdxError, readMdx } from './read-mdx.ts';
import { readProgram } from './read-program.ts';
import { readYaml } from './read-yaml.ts';

/** The files under `content/` with prose, sorted, relative to the project. */
export function listProseFiles(root: string): readonly string[] {
  return readdirSync(path.join(root, 'content'), { recursive: true, encoding: 'utf8' })
    .map((file) => `content/${file.replaceAll('\\', '/')}`)
    .filter(isProseFile)
    .sort();
}

/** Whether the rules for prose apply to a file, named relative to the project. */
export function isProseFile(file: string): boolean {
  // Folders whose names begin with a dot are not part of the content yet.
  if (file.includes('/.')) return false;
  return /^content\/(?:articles\/[^/]+\/(?:index\.mdx|[^/]+\.(?:ts|py))|.+\.yaml)$/.test(file);
}

/** Checks the prose of files. A text that is not MDX gives one finding, which says where it breaks. */
export function checkProseFiles(root: string, files: readonly string[], words: Words): readonly Finding[] {
  return files.flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    try {
      return checkProse(readPassages(file, text), text, words);
    } catch (error) {
      if (!(error instanceof MdxError)) throw error;
      return [toMdxFinding(file, text.slice(0, bodyStart(text)).split('\n').length - 1, error)];
    }
  });
}

/** A text that is not MDX as a finding; `linesBefore` is how many lines of the file precede it. */
export function toMdxFinding(file: string, linesBefore: number, { line, message }: MdxError): Finding {
  return { file, line: linesBefore + line, ...describeMdx(message) };
}

function describeMdx(message: string): Pick<Finding, 'message' | 'fix'> {
  if (message.includes('create a comment in MDX')) {
    return {
      message: 'Expected text or a tag, but got "<!", which begins a comment of HTML',
      fix: 'Write a comment as {/* … */}, and a "<" of the text in backticks.',
    };
  }
  if (/\bexpression\b/.test(message)) {
    return {
      message: 'Expected text, but got a brace that opens an expression',
      fix: 'Put code with braces in backticks, or write "\\{" for a brace of the text.',
    };
  }
  const [, unclosed] = /closing tag for `(<[^>]*>)`/.exec(message) ?? [];
  if (unclosed !== undefined) {
    const name = unclosed.slice(1, -1);
    return {
      message: `Expected a tag that is closed, but got ${unclosed} without its end`,
      fix: `Write </${name}> after what belongs to it, or <${name} … /> if nothing does. A "<" of the text goes in backticks.`,
    };
  }
  return {
    message: `Expected MDX, but got: ${message.replace(/\.$/, '')}`,
    fix: 'Fix the tag; write a "<" of the text in backticks.',
  };
}

/** Reads the prose of one file according to its kind. @throws {MdxError} for an article that is not MDX */
export function readPassages(file: string, text: string): readonly Passage[] {
  if (file.endsWith('.yaml')) return readYaml(file, text);
  if (!file.endsWith('.mdx')) return readProgram(file, text);
  const start = bodyStart(text);
  // It is impossible to tell where fields end and the text begins, and the rules for content report that.
  if (start === 0) return [];
  return [...readYaml(file, text, 4, Math.max(4, start - 4), 'heading'), ...readMdx(file, text, start)];
}

/** The offset at which an article's text begins, after its front matter. */
function bodyStart(text: string): number {
  return /^---\r?\n[\s\S]*?\n---\r?\n/.exec(text)?.[0].length ?? 0;
}
