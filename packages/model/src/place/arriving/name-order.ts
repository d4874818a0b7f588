import {normalizeText} from '../../text/normalize.js';
import type {Place} from '../place.js';

/** `nameOrderOf` places that come little by little, so that little is left to do for the last of them. */
export class NameOrder {
  /** Folded once and compared as plain strings: a collator takes seconds for 100,000 names. */
  private readonly names: string[] = [];
  /** Indices in order, each run of places that follow each other, and more than the run after it. */
  private readonly runs: Uint32Array<ArrayBuffer>[] = [];

  add(places: readonly Pick<Place, 'name'>[]): void {
    const {names, runs} = this;
    const from = names.length;
    for (const {name} of places) names.push(normalizeText(name));
    const run = new Uint32Array(places.length).map((_, i) => from + i);
    runs.push(run.sort((a, b) => (names[a]! < names[b]! ? -1 : names[a]! > names[b]! ? 1 : 0)));
    while (runs.length > 1 && runs.at(-1)!.length * 2 > runs.at(-2)!.length) this.mergeLast();
  }

  /** Indices in the order of the names; without places that are gone, as if they had never come. */
  all(gone: ReadonlySet<number>): Uint32Array<ArrayBuffer> {
    while (this.runs.length > 1) this.mergeLast();
    const order = this.runs[0] ?? new Uint32Array();
    if (gone.size === 0) return order;
    let shift = 0;
    const shifts = new Uint32Array(order.length).map((_, i) => (gone.has(i) ? ++shift : shift));
    return order.filter(i => !gone.has(i)).map(i => i - shifts[i]!);
  }

  private mergeLast(): void {
    const {names, runs} = this;
    const [second, first] = [runs.pop()!, runs.pop()!];
    const merged = new Uint32Array(first.length + second.length);
    for (let at = 0, i = 0, j = 0; at < merged.length; at++) {
      const isFirst =
        j === second.length || (i < first.length && names[first[i]!]! <= names[second[j]!]!);
      merged[at] = isFirst ? first[i++]! : second[j++]!;
    }
    runs.push(merged);
  }
}
