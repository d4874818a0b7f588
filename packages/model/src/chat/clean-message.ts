/** UTF-16 units of a message; what is longer is refused rather than cut, so that nothing gets lost. */
export const MESSAGE_LENGTH = 2000;

/**
 * What nobody sees but changes what is read or breaks what carries it on: C0 and C1 controls (XML 1.0
 * forbids most), lone surrogates and non-characters, zero-width spaces, and bidirectional embeddings,
 * overrides and isolates (Unicode TR36 §2.5). Line breaks stay, and so do the joiners of emoji and of
 * Arabic, Persian and Indic scripts.
 */
const INVISIBLE =
  /(?!\n)[\p{Cc}\p{Cs}\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]/gu;

/**
 * A message as it is kept and shown: NFC, without invisible characters, no more than one empty line in
 * a row, no white space at its ends. Empty when nothing is left. Longer than `MESSAGE_LENGTH` it may
 * still be: whoever asks refuses it.
 *
 * @example cleanMessage(' Bonjour\r\n\r\n\r\n\u202eMarie ') // 'Bonjour\n\nMarie'
 */
export function cleanMessage(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
