/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const K = new Uint32Array(64);
/** The same of the square roots of the first 8 primes (5.3.3). */
const START = new Uint32Array(8);

let count = 0;
for (let number = 2; count < 64; number++) {
  let isPrime = true;
  for (let factor = 2; factor * factor <= number; factor++) {
    if (number % factor === 0) isPrime = false;
  }
  if (!isPrime) continue;
  const bits = (root: number): number => ((root % 1) * 2 ** 32) >>> 0;
  if (count < 8) START[count] = bits(Math.sqrt(number));
  K[count++] = bits(Math.cbrt(number));
}

const words = new Uint32Array(64);

/**
 * SHA-256 (FIPS 180-4) of bytes, as eight words of 32 bits. In the page's own words because the
 * browser's is asynchronous, costs more per call than a short text takes, and is missing on pages
 * without HTTPS.
 */
export function sha256(bytes: Uint8Array): Uint32Array {
  const {length} = bytes;
  const padded = new Uint8Array(((length + 72) >> 6) << 6);
  padded.set(bytes);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, length * 8);
  const hash = Uint32Array.from(START);
  for (let block = 0; block < padded.length; block += 64) {
    for (let index = 0; index < 16; index++) words[index] = view.getUint32(block + index * 4);
    compress(hash);
  }
  return hash;
}

function compress(hash: Uint32Array): void {
  for (let index = 16; index < 64; index++) {
    const early = words[index - 15]!;
    const late = words[index - 2]!;
    const small = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const large = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[index] = words[index - 16]! + small + words[index - 7]! + large;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let index = 0; index < 64; index++) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const one = (h + sum1 + choice + K[index]! + words[index]!) | 0;
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const two = (sum0 + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    hash[index] = hash[index]! + word;
  });
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
