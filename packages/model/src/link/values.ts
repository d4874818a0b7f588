/** Commas stand between items; one inside an item is written as in an address. */
export const escapeItem = (item: string): string =>
  item.replace(/[%,]/g, sign => (sign === ',' ? '%2C' : '%25'));

export const unescapeItem = (item: string): string =>
  item.replace(/%2C/g, ',').replace(/%25/g, '%');

/** Degrees as a link tells them: to 0.001°, which is 111 m at most. */
export const roundedDegrees = (degrees: number): string => String(Number(degrees.toFixed(3)));
