import type {WithdrawalException} from '../../schemas/catalogue.js';
import {resolveUrl} from '../../place/links.js';
import {normalizeText} from '../../text/normalize.js';
import {wordOf} from './word.js';

const YES = /^(?:oui|o|yes|y|true|vrai|1|x)$/;
const NO = /^(?:non|n|no|false|faux|0)$/;
const NOT_COUNTED = /^(?:illimitee?|non compte|en stock|in stock|unlimited)$/;
const SOLD_OUT = /^(?:epuisee?|rupture(?: de stock)?|sold out|out of stock)$/;
const DURATION =
  /^(?:(\d+) ?(?:sem(?:aines?)?|weeks?))? ?(?:(\d+) ?(?:j(?:ours?)?|d(?:ays?)?))? ?(?:(\d+) ?h(?:eures?|ours?)?)? ?(?:(\d+) ?(?:mn|min(?:utes?)?)?)?$/;
const EXCEPTIONS: Readonly<Record<WithdrawalException, RegExp>> = {
  none: /^(?:aucune?|none|non|no|retractable)$/,
  perishable: /^(?:(?:denree )?perissable|perishable)$/,
  'made-to-order': /^(?:sur mesure|personnalisee?|sur commande|made to (?:order|measure))$/,
  'sealed-hygiene': /^(?:hygiene(?: scelle)?|scellee?|sealed(?: hygiene)?)$/,
};

/** A whole number in a range, as a number or in digits (`1 200`, `5,00`). */
export function wholeOf(min: number, max: number): (value: unknown) => number | undefined {
  return value => {
    const digits = wordOf(value).replace(/\s/g, '');
    const [, whole] = /^(\d{1,9})(?:[.,]0{1,2})?$/.exec(digits) ?? [];
    const number = Number(whole);
    return whole && number >= min && number <= max ? number : undefined;
  };
}

const piecesOf = wholeOf(0, 1_000_000);

/**
 * Pieces in stock; null when they are not counted (`illimité`). Some tills count below nothing:
 * then there is nothing.
 */
export function stockOf(value: unknown): number | null | undefined {
  const folded = normalizeText(wordOf(value));
  if (NOT_COUNTED.test(folded) || value === '∞') return null;
  if (SOLD_OUT.test(folded) || (/^-\d/.test(wordOf(value)) && piecesOf(wordOf(value).slice(1)))) {
    return 0;
  }
  return piecesOf(value);
}

/** Minutes, as a number or a text (`30`, `45 min`, `1h30`, `2 jours`), 30 days at most. */
export function minutesOf(value: unknown): number | undefined {
  const folded = normalizeText(wordOf(value));
  const [, weeks = 0, days = 0, hours = 0, minutes = 0] = DURATION.exec(folded) ?? [];
  if (!folded || !DURATION.test(folded) || /[.,-]\d/.test(wordOf(value))) return undefined;
  const sum = ((Number(weeks) * 7 + Number(days)) * 24 + Number(hours)) * 60 + Number(minutes);
  return sum <= 43_200 ? sum : undefined;
}

/** Yes or no, in French, English or as programs write it. */
export function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const folded = normalizeText(wordOf(value));
  return YES.test(folded) || (NO.test(folded) ? false : undefined);
}

/** Why there is no right of withdrawal: a name of ours, or its French one. */
export function exceptionOf(value: unknown): WithdrawalException | undefined {
  const folded = normalizeText(wordOf(value));
  const all = Object.entries(EXCEPTIONS) as [WithdrawalException, RegExp][];
  return all.find(([name, words]) => name === value || words.test(folded))?.[0];
}

/** Of an address, as in the schema. */
const MAX_ADDRESS = 2000;

/** An address of the web, as the schema wants it: without a user name, which hides where it leads. */
export function addressOf(value: unknown): string | undefined {
  const url = resolveUrl(value, undefined);
  if (url === undefined || url.length > MAX_ADDRESS) return undefined;
  const written = (value as string).trim();
  return /^https?:\/\/[!-~]+$/.test(written) ? written : url;
}
