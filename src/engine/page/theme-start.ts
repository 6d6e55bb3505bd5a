/** The key under which the reader's choice of theme is stored: `light` or `dark`; absent for the system's. */
export const themeKey = 'yieldpoint:theme';

/**
 * An inline script of every page: sets the theme that the reader chose before anything is painted, so that no page flashes.
 * The page's policy allows it by the hash of exactly this text.
 */
export const themeStart = `try{var t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark'){document.documentElement.dataset.theme=t;document.querySelectorAll('meta[name=theme-color]').forEach(m=>m.media=m.dataset.theme===t?'all':'not all')}}catch{}`;
