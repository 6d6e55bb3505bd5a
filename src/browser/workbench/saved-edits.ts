import type { Language } from '../../engine/trace/event/events.ts';

/** Keeps a reader's edits of one program across reloads and crashes, in this browser only. */
export type SavedEdits = {
  read(): string | undefined;
  write(source: string): void;
  forget(): void;
};

/**
 * The edits of a program, or nothing kept where the browser refuses storage.
 *
 * @param demo `<article>/<name>`
 */
export function savedEdits(demo: string, language: Language, storage: Storage | undefined = findStorage()): SavedEdits {
  const key = `edit:${demo}:${language}`;
  return {
    read: () => storage?.getItem(key) ?? undefined,
    write(source) {
      try {
        storage?.setItem(key, source);
      } catch {
        // A full storage loses the copy, never the text in the editor.
      }
    },
    forget: () => storage?.removeItem(key),
  };
}

/** Reading `localStorage` throws where the reader has blocked it. */
function findStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
