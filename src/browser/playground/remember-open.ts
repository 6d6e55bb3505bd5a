import type { Language } from '../../engine/trace/event/events.ts';

/** What was open last: a stored program by its id, or an unchanged demo by the demo's id. */
export type LastOpen = {
  readonly language: Language;
  readonly python?: LastProgram;
  readonly typescript?: LastProgram;
};

export type LastProgram = { readonly kept: string } | { readonly demo: string };

const key = 'playground:open';

/** What was open last in this tab, or else in any tab. */
export function recallOpen(): LastOpen | undefined {
  for (const shelf of ['sessionStorage', 'localStorage'] as const) {
    try {
      const value: unknown = JSON.parse(globalThis[shelf].getItem(key) ?? 'null');
      const found = parseLast(value);
      if (found !== undefined) return found;
    } catch {
      // Storage is blocked or the entry is not ours: as if nothing had been open.
    }
  }
  return undefined;
}

/** Stores it for the next visit in this tab, and for the first visit in the next tab. */
export function rememberOpen(last: LastOpen): void {
  for (const shelf of ['sessionStorage', 'localStorage'] as const) {
    try {
      globalThis[shelf].setItem(key, JSON.stringify(last));
    } catch {
      // If nothing can be stored, the playground starts from the beginning next time.
    }
  }
}

/** Parses a stored entry; undefined for anything else. */
export function parseLast(value: unknown): LastOpen | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { language, python, typescript } = value as Readonly<Record<string, unknown>>;
  if (language !== 'python' && language !== 'typescript') return undefined;
  const [one, other] = [parseProgram(python), parseProgram(typescript)];
  return {
    language,
    ...(one === undefined ? {} : { python: one }),
    ...(other === undefined ? {} : { typescript: other }),
  };
}

function parseProgram(value: unknown): LastProgram | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kept, demo } = value as Readonly<Record<string, unknown>>;
  if (typeof kept === 'string') return { kept };
  return typeof demo === 'string' ? { demo } : undefined;
}
