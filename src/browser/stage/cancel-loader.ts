import type { CancelHere, CancelParts } from './cancel-here.ts';

/** Fetches the part that cancels tasks, at the first step or press. */
export class CancelLoader {
  readonly #parts: CancelParts;
  #loading: Promise<CancelHere> | undefined;
  #loaded: CancelHere | undefined;

  constructor(parts: CancelParts) {
    this.#parts = parts;
  }

  /** Undefined until it has loaded; nothing can have been canceled before that. */
  get loaded(): CancelHere | undefined {
    return this.#loaded;
  }

  /** Does something with it, or says that it could not be loaded. */
  use(act: (cancel: CancelHere) => Promise<void>): void {
    void this.#fetch()
      .then(act)
      .catch(() => this.#parts.say(notCanceled));
  }

  /** Offers what can be canceled at the step that is shown. */
  async show(): Promise<void> {
    const cancel = this.#loaded ?? (await this.#fetch().catch(() => undefined));
    cancel?.show();
  }

  async #fetch(): Promise<CancelHere> {
    try {
      this.#loading ??= import('./cancel-here.ts').then(({ CancelHere }) => new CancelHere(this.#parts));
      return (this.#loaded = await this.#loading);
    } catch (error) {
      // Not kept, so that the next step or press tries again.
      this.#loading = undefined;
      throw error;
    }
  }
}

const notCanceled =
  'Cancel here could not be loaded. Are you online? Press again to retry. Until then the run stays as it is.';
