/** Kinds of tokens that are not their own text. */
export type TokenKind =
  'time' | 'number' | 'year' | 'weekday' | 'month' | 'holiday' | 'state' | 'comment' | 'word';

/** `kind` is a `TokenKind`, or the character itself for punctuation. */
export interface Token {
  kind: string;
  value: number | string;
}

const TOKEN =
  /"([^"]+)"|(24\/7)|(\d{1,2})(?:[:.](\d\d)| ?h(\d\d)?)(?![\d:\p{L}])|(\d+)|(\p{L}+)\.?|(\|\||\S)/giu;

const ENGLISH = ' monday tuesday wednesday thursday friday saturday sunday';
const FRENCH = ' lundi mardi mercredi jeudi vendredi samedi dimanche';
const MONTHS =
  ' january february march april may june july august september october november december';

/** The place of the name that begins with `word`, from 0; -1 when there is none. */
const indexIn = (names: string, word: string) => {
  const at = names.indexOf(' ' + word);
  return at < 0 ? at : names.slice(0, at).split(' ').length - 1;
};

/**
 * The tokens of a value; `undefined` when its words leave a doubt. Days may be shortened to two
 * letters and months to three. French days count only beside one that no other language writes so
 * (`Ma` and `Di` are Monday in Dutch and Tuesday in German), without English days or months (`Mar`).
 */
export function tokenize(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  let english = false;
  let french = false;
  let sure = false;
  const add = (kind: TokenKind | (string & {}), value: number | string) =>
    tokens.push({kind, value});
  const addWord = (word: string) => {
    const isLong = word.length > 1;
    const month = word.length > 2 ? indexIn(MONTHS, word) : -1;
    const weekday = isLong ? indexIn(ENGLISH, word) : -1;
    const jour = isLong ? indexIn(FRENCH, word) : -1;
    if (month >= 0 || (weekday >= 0 && weekday != jour)) english = true;
    if (month >= 0) return add('month', month + 1);
    if (weekday >= 0) return add('weekday', weekday);
    if (jour >= 0) {
      french = true;
      if (/^(l|j|v|me)/.test(word)) sure = true;
      return add('weekday', jour);
    }
    if (/^[ps]h$/.test(word)) return add('holiday', word.toUpperCase());
    if (/^(open|off|closed|unknown)$/.test(word)) {
      return add('state', word == 'off' ? 'closed' : word);
    }
    const kept = /^(easter|week|day)s?$/.exec(word);
    add(word == 'à' ? '-' : (kept?.[1] ?? 'other'), 0);
  };
  for (const [all, comment, always, hour, minute, minuteAfterH, digits, word] of text.matchAll(
    TOKEN,
  )) {
    if (comment) add('comment', comment);
    else if (always) add(always, 0);
    else if (hour) {
      const minutes = +(minute ?? minuteAfterH ?? 0);
      if (minutes > 59) return;
      add('time', +hour * 60 + minutes);
    } else if (digits) add(digits.length == 4 ? 'year' : 'number', +digits);
    else if (word) addWord(word.toLowerCase());
    else add(/[‐-―−]/.test(all) ? '-' : all, 0);
  }
  if (!french || (sure && !english)) return tokens;
}
