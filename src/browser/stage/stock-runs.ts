import type { Language, Trace } from '../../engine/trace/event/events.ts';
import { unpackTrace } from '../../engine/trace/event/pack-trace.ts';
import { parseTrace } from '../../engine/trace/event/parse-trace.ts';
import { fetchVariables } from './fetch-variables.ts';

/**
 * The runs of a demo's two programs that the build recorded. The page contains the run in CPython without the values of its
 * variables. Those values, and the run of the TypeScript program, are fetched when a reader needs them.
 */
export class StockRuns {
  readonly #host: HTMLElement;
  /** The run in CPython that the page contains. */
  readonly inPage: Trace;
  #python: Trace;
  #variables: Promise<Trace> | undefined;
  #typescript: Promise<Trace> | undefined;

  /** @throws if the page's own record of the run cannot be read, which the build rules out */
  constructor(host: HTMLElement) {
    this.#host = host;
    this.inPage = this.#python = parseTrace(readJson(host, 'python'));
  }

  /** The run in CPython as loaded so far: with variables once they have arrived. */
  get python(): Trace {
    return this.#python;
  }

  /** Returns the run in CPython with its variables, or without them if they cannot be loaded. */
  completePython(): Promise<Trace> {
    return (this.#variables ??= this.#fetchVariables());
  }

  /** Returns the run of a program as the build recorded it. Rejects with a message for the reader if it cannot be loaded. */
  fetch(language: Language): Promise<Trace> {
    return language === 'python' ? Promise.resolve(this.#python) : this.#fetchTypeScript();
  }

  async #fetchVariables(): Promise<Trace> {
    const { variables } = this.#host.dataset;
    const trace = variables === undefined ? undefined : await fetchVariables(this.inPage, variables);
    return (this.#python = trace ?? this.inPage);
  }

  #fetchTypeScript(): Promise<Trace> {
    return (this.#typescript ??= readTypeScript(this.#host).catch((error: unknown) => {
      // Not kept, so that the next press tries again.
      this.#typescript = undefined;
      throw error;
    }));
  }
}

async function readTypeScript(host: HTMLElement): Promise<Trace> {
  const inPage = readJson(host, 'typescript');
  if (inPage !== undefined) return parseTrace(inPage);
  const unread =
    'The recorded run of the TypeScript program could not be loaded. Are you online? Press again to retry. Until then the run of the other program is shown.';
  const response = await fetch(`${import.meta.env.BASE_URL}demos/typescript/${host.dataset['demo'] ?? ''}.json`).catch(
    () => {
      throw new Error(unread);
    },
  );
  if (!response.ok) throw new Error(unread);
  return parseTrace(await response.json());
}

function readJson(host: HTMLElement, language: Language): unknown {
  const text = host.querySelector(`script.trace[data-runs="${language}"]`)?.textContent;
  return text === undefined || text === '' ? undefined : unpackTrace(JSON.parse(text));
}
