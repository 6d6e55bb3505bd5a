/** The name under which compiled code exports the function that its run starts with, if the program has not started it itself. */
export const mainKey = 'yieldpoint:main';
