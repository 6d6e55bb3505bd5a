import type { Language } from '../trace/event/events.ts';

/**
 * Whether two runs of a program may differ because it asks for random numbers or for the date, so that the reader can ask for the
 * same run again. Judged by the names in the text, because every random source has a name.
 */
export function heedsChance(language: Language, source: string): boolean {
  return names[language].test(source);
}

const names: Readonly<Record<Language, RegExp>> = {
  typescript: /\b(?:Math\.random|Date|crypto)\b/,
  // `time` alone is mostly used to sleep.
  python:
    /\b(?:random|secrets|uuid|urandom|tempfile|datetime|getrandbits)\b|\btime\.(?:time|time_ns|localtime|gmtime|strftime|ctime|asctime|clock_gettime)\b|\bfrom time import\b.*\b(?:time|time_ns|localtime|gmtime|strftime|ctime|asctime)\b/,
};
