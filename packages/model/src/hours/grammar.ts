/**
 * The lexical shape of a rule, as regular expressions over a value in lower case without needless
 * spaces. The items of lists have groups; a rule is made of lists and has a group for each.
 */

export const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
export const WEEKDAYS = 'mo tu we th fr sa su'.split(' ');

// Before 2010 it is more often a time without its colon.
const year = '(20[1-9]\\d)';
const month = `(${MONTHS.join('|')})`;
const weekday = `(${WEEKDAYS.join('|')})`;
// Not the hour of a time that follows.
const date = '(3[01]|[12]\\d|0?[1-9])(?![\\d.h/]|:\\d)';
const point = `(?:${year} ?)?${month}?(?: ?${date})?`;
const time = '(\\d\\d?)(?:[:.h]([0-5]\\d)(?!\\d)|h)';

const plain = (source: string) => source.replace(/\((?!\?)/g, '(?:');

const item = (source: string) => new RegExp(source, 'g');

/** Year, month, date, and to which year, month, date; at least one is there. */
export const DATE = item(`(?=${plain(`${year}|${month}|${date}`)})${point}(?:-${point})?`);
/** Holiday; or from, to, or which of the month. */
export const WEEKDAY = item(`([ps]h)|${weekday}(?:-${weekday}|\\[(-?[1-5](?:,-?[1-5])*)\\])?`);
/** Hours and minutes, twice or with `+` for an open end. */
export const SPAN = item(`${time}(?:-${time}|\\+)`);

const list = ({source}: RegExp) => {
  const one = `(?:${plain(source)})`;
  return `${one}(?:,${one})*`;
};

/** Sticky. Dates, a holiday that weekdays may restrict, weekdays, times, state, comment, separator. */
export const RULE = new RegExp(
  [
    `(${list(DATE)})`,
    '([ps]h)(?!,)',
    `(${list(WEEKDAY)})`,
    `(${list(SPAN)})`,
    '(open|off|closed|unknown)',
    '(")',
  ]
    .map((part, i) => `(?:${part}${i < 3 ? ':?' : ''} ?)?`)
    .join('') + '([;,]|\\|\\||)',
  'y',
);
