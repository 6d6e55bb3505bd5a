/** The Python file that runs a snippet in any Python. */
export const snippetRunner = new URL('./run_snippet.py', import.meta.url);
