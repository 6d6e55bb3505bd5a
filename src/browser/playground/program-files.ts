import type { Language } from '../../engine/trace/event/events.ts';
import { guards } from '../../engine/run/limits.ts';

/** The result of opening a file: a program, or a message for the reader why it is not one. */
export type OpenedFile =
  | { readonly kind: 'program'; readonly name: string; readonly language: Language; readonly text: string }
  | { readonly kind: 'refused'; readonly why: string };

/** Lets the reader choose a file; undefined if none was chosen. */
export function chooseFile(): Promise<File | undefined> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.py,.pyw,.ts,.mts,.js,.mjs,.txt,text/x-python,text/plain';
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0]), { once: true });
    input.addEventListener('cancel', () => resolve(undefined), { once: true });
    input.click();
  });
}

/**
 * Reads a file as a program. It stays in the browser.
 *
 * @param other the language to assume if the file's name does not say
 */
export async function readProgramFile(file: File, other: Language): Promise<OpenedFile> {
  const { name, size } = file;
  // A character takes at most four bytes.
  if (size > 4 * guards.sourceLength) return refuseLong(name, `${size.toLocaleString('en')} bytes`);
  const bytes = await file.arrayBuffer();
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'refused', why: `Expected text in UTF-8, but ${name} is not. Save it as UTF-8, and open it again.` };
  }
  const program = text.replaceAll('\r\n', '\n');
  if (program.length > guards.sourceLength)
    return refuseLong(name, `${program.length.toLocaleString('en')} characters`);
  const language = /\.pyw?$/i.test(name) ? 'python' : /\.[mc]?[tj]sx?$/i.test(name) ? 'typescript' : other;
  return { kind: 'program', name, language, text: program.trimEnd() };
}

function refuseLong(name: string, size: string): OpenedFile {
  const most = guards.sourceLength.toLocaleString('en');
  return { kind: 'refused', why: `Expected a program of at most ${most} characters, but ${name} has ${size}.` };
}

/** The file name for saving a program: made from its title, or the original name if it came from a file. */
export function nameFile(title: string, language: Language): string {
  const ending = language === 'python' ? 'py' : 'ts';
  const stem = title
    .replace(/\.\w{1,4}$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${stem === '' ? 'program' : stem}.${ending}`;
}

/** Downloads a file. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once, because the browser may not have begun to read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
