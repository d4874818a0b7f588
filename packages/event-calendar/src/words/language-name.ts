/** `français`; the tag itself where nobody knows its name. */
export function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, {type: 'language'}).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
