/** The only way to randomness: what a hub cannot guess, and what spreads retries. */
export interface Chance {
  /** So many bytes, each equally likely. */
  bytes(count: number): Uint8Array;
}

/** The browser's own; also where `crypto.randomUUID` is missing, on pages without HTTPS. */
export const systemChance: Chance = {
  // eslint-disable-next-line no-restricted-syntax -- this is what is injected everywhere else
  bytes: count => crypto.getRandomValues(new Uint8Array(count)),
};
