import {normalizeText} from './normalize.js';

/** Score of a normalised text: 0 does not match, higher is better. */
export type TextMatcher = (searchText: string) => number;

/** More words than this add nothing but time. */
const MAX_QUERY_WORDS = 8;
const MAX_WORD_LENGTH = 40;

/**
 * A search as people type it: every word of the query must be found, at the start of a word (best),
 * inside one, or with a slip of the finger (Damerau-Levenshtein distance 1 from 5 letters, 2 from 9).
 * The score is the sum over the words: 4 at the very start of the text, 3 at the start of a word,
 * 2 inside, 1 with a slip. A query without letters or digits matches everything with 1.
 * `searchText` must come from `normalizeText`, as `searchTextOf` gives it.
 */
export function createTextMatcher(query: string): TextMatcher {
  const words = normalizeText(query.slice(0, 400)).split(' ').filter(Boolean);
  const matchers = words.slice(0, MAX_QUERY_WORDS).map(wordMatcher);
  return searchText => {
    let total = 0;
    for (const match of matchers) {
      const score = match(searchText);
      if (!score) return 0;
      total += score;
    }
    return matchers.length ? total : 1;
  };
}

function wordMatcher(long: string): TextMatcher {
  const word = long.slice(0, MAX_WORD_LENGTH);
  const start = ` ${word}`;
  const slips = word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
  return text => {
    if (text.startsWith(word)) return 4;
    if (text.includes(start)) return 3;
    // One letter inside a word would match nearly every place.
    if (word.length > 1 && text.includes(word)) return 2;
    return slips && someWordIsNear(text, word, slips) ? 1 : 0;
  };
}

function someWordIsNear(text: string, word: string, slips: number): boolean {
  let at = 0;
  do {
    if (isNear(word, 0, text, at, slips)) return true;
    at = text.indexOf(' ', at) + 1;
  } while (at);
  return false;
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
