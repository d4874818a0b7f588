const ASCII = /^[\x20-\x7e]*$/;
/** Folded already: what most names are once they are in lower case. */
const PLAIN = /^[a-z\d]+(?: [a-z\d]+)*$/;
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};

/**
 * Folds text for comparing and searching: lower case, no accents, ligatures taken apart, everything
 * that is not a letter or a digit as one space. `L'Épicerie d'Œufs` gives `l epicerie d oeufs`.
 */
export function normalizeText(text: string): string {
  const isAscii = ASCII.test(text);
  // Decomposed first: `™` becomes the capitals TM.
  let folded = (isAscii ? text : text.normalize('NFKD')).toLowerCase();
  if (PLAIN.test(folded)) return folded;
  if (!isAscii) {
    folded = folded.replace(/\p{M}+/gu, '').replace(/[œæßøłđ]/g, letter => LETTERS[letter] ?? '');
  }
  return folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
