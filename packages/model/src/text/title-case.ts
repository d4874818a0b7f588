/** Legal forms and bodies that are written in capitals; other words without a vowel stay too. */
const ACRONYMS = new Set(
  'earl gaec sarl sas sasu scea sa eurl snc sci scic scop gie cuma amap esat sica'.split(' '),
);
const PARTICLES = new Set(
  'de du des la le les et à a au aux d l en sur sous un une chez'.split(' '),
);
const WORD = /(\p{L}[\p{L}\p{M}]*)(['’]?)/gu;
const ABBREVIATION = /^(?:[^aeiouyàâäéèêëîïôöùûü]{2,5}|[ivx]{2,})$/;
const TITLES = /^(?:mr|dr|st|mlle|mgr)$/;

/**
 * A name in capitals as one reads it in French: `EARL DE LA FERME DU BOIS` gives
 * `EARL de la Ferme du Bois`. Text with any lower-case letter is returned as it is: its author chose. So is
 * a name of up to four letters, mostly a brand (`LIDL`).
 * Accents that the capitals lost stay lost.
 */
export function titleCase(text: string): string {
  if (text.length < 5 || text !== text.toUpperCase() || !/\p{Lu}{2}/u.test(text)) return text;
  return text.replace(WORD, (whole, letters: string, apostrophe: string, at: number) => {
    const word = letters.toLowerCase();
    if (ACRONYMS.has(word) && !apostrophe) return whole;
    if (at && (PARTICLES.has(word) || (apostrophe && word === 'qu'))) return word + apostrophe;
    if (ABBREVIATION.test(word) && !TITLES.test(word) && !apostrophe) return whole;
    return word.charAt(0).toUpperCase() + word.slice(1) + apostrophe;
  });
}
