/** The key under which the reader's choice of language is kept: `typescript` or `python`; nothing until there is one. */
export const languageKey = 'yieldpoint:language';

/** What a link says for each language: `?lang=ts`. */
export const languageCodes = { python: 'py', typescript: 'ts' } as const;

/**
 * The inline script of every page that says, before anything is painted, in which language the reader sees programs: what the link
 * asks for, or else what the reader chose earlier, or else Python. `:root[data-reads='typescript']` is what styles go by.
 * The page's policy allows it by the hash of exactly this text.
 */
export const languageStart = `(()=>{var l={ts:'typescript',py:'python'}[new URLSearchParams(location.search).get('lang')];try{l=l||localStorage.getItem('${languageKey}')}catch{}if(l==='typescript')document.documentElement.dataset.reads=l})()`;
