/** Between a number and its unit in French: narrow, and never the end of a line. */
export const NARROW_SPACE = '\u202f';

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Intl formats cost milliseconds each to make; one is kept per language and use. */
export function kept<F extends Intl.NumberFormat | Intl.DateTimeFormat>(
  Format: new (language: string, options: object) => F,
  language: string,
  options: object,
): F {
  const key = language + JSON.stringify(options);
  const format = formats.get(key) ?? new Format(language, options);
  formats.set(key, format);
  return format as F;
}
