import type { ArticleContext } from './components/prose/article-context.ts';

declare global {
  interface ImportMetaEnv {
    /** Where the sources are, without a slash at its end. */
    readonly PUBLIC_REPOSITORY: string;
  }

  // The only way Astro knows to type what pages hand to components.
  // eslint-disable-next-line no-restricted-syntax
  namespace App {
    interface Locals {
      article?: ArticleContext;
    }
  }
}
