import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { pythonLanguage } from '@codemirror/lang-python';
import type { Extension } from '@codemirror/state';

/**
 * Completion for Python: names of the program, keywords and built-ins as CodeMirror knows them, and the names that CPython's
 * modules have, for modules that programs here use, with the methods of asyncio's objects. It does not know Python's types.
 */
export function pythonHelp(): Extension {
  return [autocompletion(), pythonLanguage.data.of({ autocomplete: complete })];
}

/** Kind, signature and first sentence of the documentation by name; a test compares them with CPython. */
type Names = Readonly<Record<string, readonly string[]>>;

async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const { default: names } = await import('./python-names.json');
  const modules = names.modules as Readonly<Record<string, Names>>;
  const { text, from: start } = context.state.doc.lineAt(context.pos);
  const before = text.slice(0, context.pos - start);
  const member = /(\w+)\.(\w*)$/.exec(before);
  if (member !== null) {
    const [, owner = '', typed = ''] = member;
    return answer(context.pos - typed.length, modules[owner] ?? names.members);
  }
  const imported = /^\s*from\s+(\w+)\s+import\s.*?(\w*)$/.exec(before);
  if (imported !== null) {
    const [, module = '', typed = ''] = imported;
    return answer(context.pos - typed.length, modules[module] ?? {});
  }
  const importing = /^\s*(?:import|from)\s+(\w*)$/.exec(before);
  if (importing === null) return null;
  const options = Object.keys(modules).map((label): Completion => ({ label, type: 'namespace' }));
  return { from: context.pos - (importing[1] ?? '').length, options, validFor: /^\w*$/ };
}

function answer(from: number, names: Names): CompletionResult {
  const options = Object.entries(names).map(([label, [type = '', signature = '', summary = '']]): Completion => ({
    label,
    type,
    ...(signature === '' ? {} : { detail: signature }),
    ...(summary === '' ? {} : { info: summary }),
  }));
  return { from, options, validFor: /^\w*$/ };
}
