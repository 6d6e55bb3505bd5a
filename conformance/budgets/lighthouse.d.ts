/** The part of the package that `measure-pages.ts` uses; the package itself is installed when pages are first measured. */
declare module 'lighthouse' {
  export type Result = {
    readonly environment: { readonly benchmarkIndex: number };
    readonly runtimeError?: { readonly message: string };
    readonly categories: Readonly<Record<string, Category>>;
    readonly audits: Readonly<Record<string, Audit>>;
  };

  type Category = {
    readonly score: number | null;
    readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
  };

  type Audit = {
    readonly title: string;
    readonly score: number | null;
    readonly numericValue?: number;
    readonly displayValue?: string;
    readonly details?: { readonly items?: readonly unknown[] };
  };

  export default function lighthouse(
    url: string,
    flags: {
      readonly port: number;
      readonly logLevel: 'error';
      readonly onlyCategories: readonly string[];
      readonly skipAudits: readonly string[] | null;
    },
  ): Promise<{ readonly lhr: Result } | undefined>;
}
