/**
 * Text as it is compared: without accents, case, punctuation and what nobody sees, words apart by one
 * space (NFKD also makes one letter of its wide, circled and styled look-alikes).
 *
 * @example fold('Ça, c’est… ÉTÉ !') // 'ca c est ete'
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether one of the words or phrases stands in the text as a whole; empty ones stand in none. */
export function hasWord(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const folded = ` ${fold(text)} `;
  return words.some(word => {
    const wanted = fold(word);
    return wanted !== '' && folded.includes(` ${wanted} `);
  });
}

/** Addresses of pages, also without `https://`, under the endings that are common here and in spam. */
const LINK =
  /https?:\/\/|\bwww\.|[\p{L}\p{N}-]\.(?:fr|com|org|net|eu|bzh|info|io|co|ru|cn|xyz|top|shop|online|site|club|live|link)\b/iu;

export const hasLink = (text: string): boolean => LINK.test(text);
