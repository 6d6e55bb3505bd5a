/** The part of the package that `subset-fonts.ts` uses; the package has no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'woff2' | 'sfnt';
      readonly variationAxes?: Readonly<Record<string, number | { min: number; max: number; default: number }>>;
      readonly noLayoutClosure?: boolean;
    },
  ): Promise<Uint8Array>;
}
