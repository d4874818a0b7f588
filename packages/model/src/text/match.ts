import {normalizeText} from './normalize.js';
import {WordTable} from './word-table.js';

/** What a search scores texts with: 0 does not match, higher is better. */
export interface TextMatcher {
  /** The score of one text, folded and in fields as `searchTextOf` gives it. */
  (searchText: string): number;
  /** The scores of many texts, each different word looked at once. */
  readonly scores: (texts: WordTable) => Uint8Array;
}

/** More words than this add nothing but time. */
const MAX_QUERY_WORDS = 8;
const MAX_WORD_LENGTH = 40;
/** From this length on, letters may be wrong. */
const MIN_SLIP_LENGTH = 5;

/** How a word of a text fits a word of the query. */
const SLIP = 1;
const INSIDE = 2;
const PREFIX = 3;
const WHOLE = 4;
/** A whole word, and no plural of it. */
const SAME = 5;
/** It may be the beginning of a word of the query, whose rest is the next word. */
const JOINT = 8;

/** Scores of the fits in the fields that say what a place is (name, kind), and in the others. */
const IN_HEAD = [0, 2, 4, 7, 8, 8];
const IN_REST = [0, 1, 3, 5, 6, 6];
const HEAD_FIELDS = 2;

/** Words that say nothing beside others. */
const SMALL_WORDS = /^(?:[dl]|[ld][ae]s?|du|une?|aux?|a|en|et|chez)$/;
const SAME_WORDS: Readonly<Record<string, string>> = {
  st: 'saint',
  saint: 'st',
  ste: 'sainte',
  sainte: 'ste',
};

/**
 * A search as people type it: every word of the query must be found in some word of the text. From best
 * to worst: as the whole word (singular, plural and `st` for `saint` alike), at its start, inside it,
 * with a slip of the finger (Damerau-Levenshtein distance 1 from 5 letters, 2 from 9, or a missing
 * space). Whole words and starts count more in the first two fields of the text, its name and kind,
 * than anything in the others; a name that is the very query comes first. Articles and the like need not
 * be found beside other words. A query without letters or digits matches everything with 1.
 */
export function createTextMatcher(query: string): TextMatcher {
  const words = normalizeText(query.slice(0, 400))
    .split(' ', MAX_QUERY_WORDS)
    .map(word => word.slice(0, MAX_WORD_LENGTH));
  const scores = (texts: WordTable): Uint8Array => scoresOf(words, texts);
  const matcher = (searchText: string): number => {
    const table = new WordTable();
    table.add(searchText);
    return scores(table)[0] as number;
  };
  return Object.assign(matcher, {scores});
}

function scoresOf(words: readonly string[], texts: WordTable): Uint8Array {
  const all = new Uint8Array(texts.length).fill(1);
  if (!words[0]) return all;
  const fits = words.map(word => fitsOf(word, texts));
  const needed = words.filter(word => !SMALL_WORDS.test(word));
  const totals = (needed.length ? needed : words).reduce<Uint8Array>(
    (before, word) => withScores(before, texts, word, fits[words.indexOf(word)] as Uint8Array),
    all,
  );
  for (let text = 0; text < totals.length; text++) {
    const total = totals[text];
    if (total && isName(texts, text, fits)) totals[text] = total + 1;
  }
  return totals;
}

/** The scores with those of one more word that is needed: 0 where there is none. */
function withScores(
  before: Uint8Array,
  texts: WordTable,
  word: string,
  fits: Uint8Array,
): Uint8Array {
  const totals = new Uint8Array(before.length);
  for (let id = 1; id < fits.length; id++) {
    if (!fits[id]) continue;
    for (const text of texts.textsOf[id] as number[]) {
      const score = before[text] as number;
      if (!score || totals[text]) continue;
      const best = bestIn(texts, text, word, fits);
      if (best) totals[text] = score + best;
    }
  }
  return totals;
}

/** How a word of the query fits each different word. */
function fitsOf(word: string, {words}: WordTable): Uint8Array {
  const fits = new Uint8Array(words.length);
  // a loop: Uint8Array.from with a callback is several times slower
  for (let i = 0; i < fits.length; i++) fits[i] = fitOf(word, words[i] as string);
  return fits;
}

/** The best score that a word of the query has in one text. */
function bestIn({flow, starts, words}: WordTable, text: number, word: string, fits: Uint8Array) {
  const end = starts[text + 1] as number;
  let scores = IN_HEAD;
  let fields = 0;
  let best = 0;
  for (let at = starts[text] as number; at < end; at++) {
    const id = flow[at] as number;
    if (id === 0 && ++fields === HEAD_FIELDS) scores = IN_REST;
    let fit = fits[id] as number;
    if (fit === JOINT) {
      const rest = word.slice((words[id] as string).length);
      fit = at + 1 < end && words[flow[at + 1] as number]?.startsWith(rest) ? SLIP : 0;
    }
    const score = scores[fit & 7] as number;
    if (score > best) best = score;
  }
  return best;
}

/** Whether the first field is the query, word by word. */
function isName({flow, starts}: WordTable, text: number, fits: readonly Uint8Array[]): boolean {
  const start = starts[text] as number;
  const end = start + fits.length;
  if (end > (starts[text + 1] as number) || (end < starts[text + 1]! && flow[end] !== 0)) {
    return false;
  }
  for (let i = 0; i < fits.length; i++) {
    if (fits[i]![flow[start + i] as number] !== SAME) return false;
  }
  return true;
}

/** Asked for every different word of all places, so that lengths come first: they rule most words out. */
function fitOf(word: string, other: string): number {
  const longer = other.length - word.length;
  if ((longer === 0 && other === word) || other === SAME_WORDS[word]) return SAME;
  if (word.length > 3 && longer * longer < 2 && singular(word) === singular(other)) return WHOLE;
  if (longer > 0) {
    if (other.startsWith(word)) return PREFIX;
    // One letter inside a word would match nearly every place.
    if (word.length > 1 && other.includes(word)) return INSIDE;
  }
  if (word.length < MIN_SLIP_LENGTH) return 0;
  const slips = word.length < 9 ? 1 : 2;
  // what is shorter still lacks more letters than that
  if (longer >= -slips && isNear(word, 0, other, 0, slips)) return SLIP;
  return longer < 0 && word.startsWith(other) ? JOINT : 0;
}

function singular(word: string): string {
  return /[sx]$/.test(word) ? word.slice(0, -1) : word;
}

/**
 * Whether `text` goes on at `at` with the rest of `word`, but for at most `slips` wrong, missing,
 * extra or exchanged letters. Equal letters can be taken at once: nothing else would do better.
 */
function isNear(word: string, from: number, text: string, at: number, slips: number): boolean {
  while (from < word.length && word.charCodeAt(from) === text.charCodeAt(at)) {
    from++;
    at++;
  }
  if (from >= word.length) return true;
  if (!slips) return false;
  return (
    isNear(word, from + 1, text, at + 1, slips - 1) ||
    isNear(word, from, text, at + 1, slips - 1) ||
    isNear(word, from + 1, text, at, slips - 1) ||
    (word.charCodeAt(from) === text.charCodeAt(at + 1) &&
      word.charCodeAt(from + 1) === text.charCodeAt(at) &&
      isNear(word, from + 2, text, at + 2, slips - 1))
  );
}
