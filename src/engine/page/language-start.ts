/** The key under which the reader's choice of language is stored: `typescript` or `python`; absent until there is a choice. */
export const languageKey = 'yieldpoint:language';

/** The value for each language in a link: `?lang=ts`. */
export const languageCodes = { python: 'py', typescript: 'ts' } as const;

/**
 * The inline script of every page that sets, before anything is painted, the language in which the reader sees programs: the one in
 * the link, or else the reader's earlier choice, or else Python. Styles depend on `:root[data-reads='typescript']`. The page's
 * policy allows the script by the hash of exactly this text.
 */
export const languageStart = `(()=>{var l={ts:'typescript',py:'python'}[new URLSearchParams(location.search).get('lang')];try{l=l||localStorage.getItem('${languageKey}')}catch{}if(l==='typescript')document.documentElement.dataset.reads=l})()`;
