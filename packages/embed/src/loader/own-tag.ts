/** Folder of the release. A content system may add `?ver=` to this file's address, not to the others'. */
export const base = new URL('.', import.meta.url).href;

/** The page's script tag, where its author sets us up; a module is told nothing of its own. */
export const ownTag = [...document.scripts].find(({src}) => /local-widgets\.js/.test(src));
