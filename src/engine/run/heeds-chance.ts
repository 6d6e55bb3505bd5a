import type { Language } from '../trace/event/events.ts';

/**
 * Whether two runs of a program may differ, because it asks for random numbers or for the date: then the same run can be had again. Judged
 * by what the text names, since nothing random comes without a name.
 */
export function heedsChance(language: Language, source: string): boolean {
  return names[language].test(source);
}

const names: Readonly<Record<Language, RegExp>> = {
  typescript: /\b(?:Math\.random|Date|crypto)\b/,
  // `time` alone is mostly there to sleep.
  python:
    /\b(?:random|secrets|uuid|urandom|tempfile|datetime|getrandbits)\b|\btime\.(?:time|time_ns|localtime|gmtime|strftime|ctime|asctime|clock_gettime)\b|\bfrom time import\b.*\b(?:time|time_ns|localtime|gmtime|strftime|ctime|asctime)\b/,
};
