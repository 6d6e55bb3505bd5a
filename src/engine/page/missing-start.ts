/**
 * The inline script of every page that marks it when one of its scripts cannot be fetched: `:root[data-missing]` shows what
 * `ScriptsMissing.astro` says, so that no button does nothing in silence. The page's policy allows it by the hash of exactly this text.
 */
export const missingStart = `addEventListener('error',e=>{if(e.target instanceof HTMLScriptElement)document.documentElement.dataset.missing=''},true)`;
