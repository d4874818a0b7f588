import {normalizeText} from '../text/normalize.js';

const MAX_LENGTH = 64;

/**
 * An id out of a name or of someone else's reference, as the schema wants it: `Pain de campagne
 * (500 g)` gives `pain-de-campagne-500-g`. Letters that are not Latin are lost; empty when nothing
 * is left.
 */
export function slugOf(text: string): string {
  return normalizeText(text)
    .replace(/[^a-z\d]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-|-$/g, '');
}

/** Gives ids, each once. */
export class ProductIds {
  private readonly taken: Set<string>;
  /** By slug, where to go on: thousands of products may have one name. */
  private readonly counts = new Map<string, number>();

  /** @param reserved Ids that products bring with them: no name gets one of these. */
  constructor(reserved: Iterable<string>) {
    this.taken = new Set(reserved);
  }

  /**
   * The slug of a name, with a number when it is taken (`tarte-2`); the same names in the same
   * order get the same.
   */
  fromName(name: string): string {
    const base = slugOf(name) || 'produit';
    let id = base;
    let count = this.counts.get(base) ?? 2;
    for (; this.taken.has(id); count++) {
      const end = `-${count}`;
      id = base.slice(0, MAX_LENGTH - end.length).replace(/-$/, '') + end;
    }
    this.counts.set(base, count);
    this.taken.add(id);
    return id;
  }
}
