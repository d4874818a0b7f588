/** A language by its tag, in the words of another one: `anglais`; the tag where nobody knows it. */
export function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, {type: 'language'}).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Whether two tags are of one language, whatever the country. */
export function isSameLanguage(one: string, other: string): boolean {
  return one.split('-')[0]?.toLowerCase() === other.split('-')[0]?.toLowerCase();
}
