declare namespace App {
  interface Locals {
    article?: import('./components/prose/article-context.ts').ArticleContext;
  }
}
