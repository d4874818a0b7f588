/** Ends a field of a text. */
export const FIELD_END = '\n';

/**
 * Many folded texts, each word kept once: a query is compared with every different word instead of with
 * every text, and texts become lists of numbers.
 */
export class WordTable {
  /** Every different word. */
  readonly words: string[] = [FIELD_END];
  /** The words of all texts as indices into `words`, 0 for the end of a field. */
  readonly flow: number[] = [];
  /** Where the words of each text begin in `flow`, and one more. */
  readonly starts: number[] = [0];

  /** By word: the texts that hold it, in their order, each once. A search looks at no other text. */
  readonly textsOf: number[][] = [[]];

  private readonly known = new Map([[FIELD_END, 0]]);

  /** How many texts there are. */
  get length(): number {
    return this.starts.length - 1;
  }

  /** @param text Folded by `normalizeText`; fields end with `FIELD_END`. */
  add(text: string): void {
    const {flow, length} = this;
    for (const word of text.match(/\n|[^ \n]+/g) ?? []) {
      const id = this.idOf(word);
      const texts = this.textsOf[id]!;
      // nobody searches for the end of a field
      if (id > 0 && texts.at(-1) !== length) texts.push(length);
      flow.push(id);
    }
    this.starts.push(flow.length);
  }

  private idOf(word: string): number {
    let id = this.known.get(word);
    if (id === undefined) {
      this.known.set(word, (id = this.words.length));
      this.words.push(word);
      this.textsOf.push([]);
    }
    return id;
  }
}
