/**
 * CPython's environment. Strings have the same hash in every run, so a program iterates a set of strings in the same order each
 * time.
 */
export const fixedHashes: Readonly<Record<string, string>> = { PYTHONHASHSEED: '0' };
