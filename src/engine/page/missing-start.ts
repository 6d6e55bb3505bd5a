/**
 * The inline script of every page that marks the page when one of its scripts cannot be fetched: `:root[data-missing]` shows the
 * message of `ScriptsMissing.astro`, so that no button silently does nothing. The page's policy allows it by the hash of exactly
 * this text.
 */
export const missingStart = `addEventListener('error',e=>{if(e.target instanceof HTMLScriptElement)document.documentElement.dataset.missing=''},true)`;
