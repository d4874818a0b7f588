/**
 * Neither O and 0, I and 1, nor letters that look like a digit (B, G, S, Z), nor vowels, without
 * which no word comes out.
 */
const ALPHABET = '23456789CDFHJKLMNPQRTVWX';
const LENGTH = 5;

/** Bytes from here on would make the first characters likelier than the last. */
const LIMIT = 256 - (256 % ALPHABET.length);

/**
 * The code that is said at the counter: five letters and digits, each as likely as any other,
 * 7,962,624 in all. It is no secret and may come twice: whoever stores it asks again.
 *
 * @param bytes Random, from a generator fit for secrets. One in sixteen is not used; 16 are enough
 *   but for one time in a hundred thousand million.
 * @throws {RangeError} when the bytes do not suffice
 */
export function collectionCode(bytes: Uint8Array): string {
  const code = [...bytes]
    .filter(byte => byte < LIMIT)
    .slice(0, LENGTH)
    .map(byte => ALPHABET[byte % ALPHABET.length]);
  if (code.length === LENGTH) return code.join('');
  throw new RangeError('not enough random bytes for a code');
}
