/**
 * `JSON.stringify` for what another program reads, also in a page whose scripts gave arrays a `toJSON` of
 * their own: Prototype.js before 1.7 does, and a list arrives as a text with a list in it. A replacer is
 * asked after `toJSON` and gives what was there; for plain data, without dates and the like.
 */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key) {
    return this[key];
  });
