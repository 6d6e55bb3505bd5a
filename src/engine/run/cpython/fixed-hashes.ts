/** CPython's environment. Strings hash the same in every run, so a program walks a set of strings in the same order each time. */
export const fixedHashes: Readonly<Record<string, string>> = { PYTHONHASHSEED: '0' };
