import {bestLanguage, normalTag} from './language.js';

/**
 * The sentences of one element in several languages: strings, and functions that make one, because
 * plurals and word order are the translator's. French is the type: a language that lacks a key
 * does not compile, and one added at run time borrows what it lacks from English where that is there,
 * else from French.
 * English may come later, for the pages that need it.
 */
export class Dictionary<M extends object> {
  /** What the element brings, by language. */
  private readonly own: Map<string, Partial<M>>;
  /** What the page says instead, by language. */
  private readonly added = new Map<string, Partial<M>>();
  private readonly merged = new Map<string, M>();

  private loadEnglish: (() => Promise<Partial<M>>) | undefined;
  private loading: Promise<void> | undefined;

  constructor(fr: Partial<M>, en: Partial<M> | (() => Promise<Partial<M>>)) {
    this.own = new Map([['fr', fr]]);
    if (typeof en === 'function') this.loadEnglish = en;
    else this.own.set('en', en);
  }

  /**
   * Loads what a language needs; nothing when it is all there. Until then, and when it fails, French
   * speaks for English.
   */
  load(tag: string): Promise<void> | undefined {
    const {loadEnglish} = this;
    if (!loadEnglish || bestLanguage(tag, [...this.available(), 'en']) !== 'en') return undefined;
    return (this.loading ??= loadEnglish()
      .then(
        en => {
          this.own.set('en', en);
          this.merged.clear();
        },
        () => undefined,
      )
      .then(() => {
        this.loadEnglish = undefined;
      }));
  }

  /**
   * Adds a language, or rewords an existing one. `tag` is a BCP 47 tag such as `de` or `fr-ca`.
   * Elements already on the page use it from their next rendering on.
   */
  add(tag: string, messages: Partial<M>): void {
    const key = normalTag(tag);
    this.added.set(key, {...this.added.get(key), ...messages});
    this.merged.clear();
  }

  /**
   * Brings French sentences of a part that is loaded later; what `add` said about them stays in force.
   * English comes whole, for the few pages that need it.
   */
  extend(fr: Partial<M>): void {
    this.own.set('fr', {...this.own.get('fr'), ...fr});
    this.merged.clear();
  }

  /** The sentences for a BCP 47 tag, and the language that they are really in. */
  for(tag: string): {messages: M; language: string} {
    const language = this.languageFor(tag);
    return {messages: this.messagesOf(language), language};
  }

  private languageFor(tag: string): string {
    return bestLanguage(tag, this.available());
  }

  private available(): string[] {
    return [...this.own.keys(), ...this.added.keys()];
  }

  private messagesOf(language: string): M {
    let messages = this.merged.get(language);
    if (!messages) {
      const lent = language === 'fr' ? {} : this.messagesOf(this.lenderOf(language));
      messages = {...lent, ...this.own.get(language), ...this.added.get(language)} as M;
      this.merged.set(language, messages);
    }
    return messages;
  }

  /** Whose sentences a language borrows: `fr-ca` from `fr`, `de` from English, English from French. */
  private lenderOf(language: string): string {
    if (language === 'en') return 'fr';
    const others = this.available().filter(other => other !== language);
    return bestLanguage(language, others);
  }
}
