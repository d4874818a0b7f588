import {bestLanguage} from './language.js';

/**
 * The sentences of one element in several languages: strings, and functions that make one, because
 * plurals and word order are the translator's. French is the type: a language that lacks a key
 * does not compile, and one added at run time borrows what it lacks from English, then French.
 */
export class Dictionary<M extends object> {
  private readonly languages = new Map<string, M>();

  constructor(fr: M, en: M) {
    this.languages.set('fr', fr).set('en', en);
  }

  /** Adds a language, or rewords an existing one. `tag` is a BCP 47 tag such as `de` or `fr-ca`. */
  add(tag: string, messages: Partial<M>): void {
    const key = tag.toLowerCase();
    this.languages.set(key, {...this.for(key).messages, ...messages});
  }

  /** The sentences for a BCP 47 tag, and the language that they are really in. */
  for(tag: string): {messages: M; language: string} {
    const language = bestLanguage(tag, [...this.languages.keys()]);
    return {messages: this.languages.get(language) as M, language};
  }
}
