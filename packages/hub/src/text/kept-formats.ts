import type {Language} from '@local-widgets/model/schemas.js';

/** More time zones than shops of one hub are in. */
const MOST = 100;

/** Keeps what was made for a language and a time zone: the formats of `Intl` cost time and much memory to make. */
export function keptFormats<T>(
  make: (language: Language, timeZone: string) => T,
): (language: Language, timeZone: string) => T {
  const made = new Map<string, T>();
  return (language, timeZone) => {
    const key = `${language} ${timeZone}`;
    let formats = made.get(key);
    if (formats === undefined) {
      if (made.size >= MOST) made.clear();
      made.set(key, (formats = make(language, timeZone)));
    }
    return formats;
  };
}
