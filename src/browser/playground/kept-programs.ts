import type { Language } from '../../engine/trace/event/events.ts';

/** A program that a reader has changed, as stored in this browser. */
export type KeptProgram = {
  readonly id: string;
  readonly language: Language;
  /** What was opened: the title of a program of the site, or the name of a file. */
  readonly title: string;
  /** What it is called now, if that is another name: the menu has no original text to tell it from. */
  readonly name?: string;
  readonly text: string;
  /** Where it came from: a demo's id such as `playground/blank`, or `link:` with the hash of a link; absent for a file. */
  readonly origin?: string;
  /** When it was last changed, in milliseconds since 1970. */
  readonly at: number;
};

/** The part of `Storage` that is used here; a test can replace it. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'playground:program:';

/**
 * Every program that a reader has changed in the playground. Each has a key of its own, so opening another one, or pressing a key
 * in one tab, never overwrites what was written in another tab.
 */
export class KeptPrograms {
  readonly #shelf: Shelf | undefined;
  /** What this tab last wrote or read of each program, to notice changes by another tab. */
  readonly #seen = new Map<string, string>();
  /** Programs that the browser refused to store. They last as long as the page. */
  readonly #unkept = new Map<string, KeptProgram>();

  /** @param shelf the storage; undefined if the browser has none */
  constructor(shelf: Shelf | undefined) {
    this.#shelf = shelf;
  }

  /** Whether closing the page would lose a program. */
  get hasUnkept(): boolean {
    return this.#unkept.size > 0;
  }

  /** All programs, the one changed last first. */
  list(): readonly KeptProgram[] {
    const kept = this.#keys().flatMap((key) => this.read(key.slice(prefix.length)) ?? []);
    const unkept = [...this.#unkept.values()].filter(({ id }) => !kept.some((program) => program.id === id));
    return [...kept, ...unkept].sort((a, b) => b.at - a.at);
  }

  read(id: string): KeptProgram | undefined {
    const known = this.#unkept.get(id);
    if (known !== undefined) return known;
    const text = attempt(() => this.#shelf?.getItem(prefix + id));
    if (text === null || text === undefined) return undefined;
    this.#seen.set(id, text);
    return parseKept(id, text);
  }

  /**
   * Stores a program and returns it as stored. It gets a new id if another tab has meanwhile changed the program with this id,
   * because then there are two programs.
   */
  write(program: KeptProgram): KeptProgram {
    const now = attempt(() => this.#shelf?.getItem(prefix + program.id)) ?? undefined;
    const isOthers = now !== undefined && now !== this.#seen.get(program.id);
    const own = isOthers ? { ...program, id: createId() } : program;
    const { id, ...rest } = own;
    const text = JSON.stringify(rest);
    const isWritten = attempt(() => (this.#shelf?.setItem(prefix + id, text), this.#shelf !== undefined)) === true;
    if (isWritten) {
      this.#seen.set(id, text);
      this.#unkept.delete(id);
    } else this.#unkept.set(id, own);
    return own;
  }

  forget(id: string): void {
    this.#unkept.delete(id);
    this.#seen.delete(id);
    attempt(() => this.#shelf?.removeItem(prefix + id));
  }

  #keys(): readonly string[] {
    return (
      attempt(() =>
        Array.from({ length: this.#shelf?.length ?? 0 }, (_, index) => this.#shelf?.key(index) ?? '').filter((key) =>
          key.startsWith(prefix),
        ),
      ) ?? []
    );
  }
}

/** An id that no other program in this browser has. */
export function createId(): string {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return `${high.toString(36)}${low.toString(36)}`;
}

/** Anything else under the key, such as an entry of a later version of the site, is not a program. */
function parseKept(id: string, text: string): KeptProgram | undefined {
  const value: unknown = attempt(() => JSON.parse(text) as unknown);
  if (typeof value !== 'object' || value === null) return undefined;
  const { language, title, name, text: source, origin, at } = value as Readonly<Record<string, unknown>>;
  if (language !== 'python' && language !== 'typescript') return undefined;
  if (typeof title !== 'string' || typeof source !== 'string' || typeof at !== 'number') return undefined;
  return {
    id,
    language,
    title,
    text: source,
    at,
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof origin === 'string' ? { origin } : {}),
  };
}

/** Browsers throw if the reader has blocked storage, and if it is full. */
function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
