import {cleanText} from '../../text/clean-text.js';

const MARKUP =
  /<\/?(?:a|b|br|div|em|h[1-6]|i|img|li|ol|p|span|strong|table|td|tr|u|ul)\b[^<>]{0,2000}>/i;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euro: '€',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
};

/**
 * Plain text whose line ends say something: each line clean, no more than one empty line between two. Many
 * calendars keep HTML where the standard wants text: its tags become line ends or go, its entities letters.
 *
 * @param maxLength In UTF-16 units; an ellipsis tells the cut.
 */
export function plainLines(value: unknown, maxLength: number): string | undefined {
  if (typeof value !== 'string') return cleanText(value, maxLength);
  const text = withoutMarkup(startOf(value, 4 * maxLength));
  if (!/[\r\n]/.test(text)) return cleanText(text, maxLength);
  const lines = text
    .split(/\r\n?|\n/)
    .map(line => cleanText(line, maxLength) ?? '')
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return lines.length > maxLength
    ? `${lines.slice(0, maxLength - 1).trimEnd()}…`
    : lines || undefined;
}

/** The same for one line: a name, a place. */
export function plainLine(value: unknown, maxLength: number): string | undefined {
  return typeof value === 'string' && /[<&]/.test(value)
    ? cleanText(withoutMarkup(startOf(value, 4 * maxLength)), maxLength)
    : cleanText(value, maxLength);
}

/** What is looked at of a text that may be megabytes long; no half of a tag. */
function startOf(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/<[^<>]{0,2000}$/, '');
}

function withoutMarkup(text: string): string {
  const bare = MARKUP.test(text)
    ? text
        .replace(/[\r\n]+/g, ' ')
        .replace(/<li\b[^<>]*>/gi, '\n• ')
        .replace(/<(?:br\b|\/(?:p|div|h[1-6]|tr|ul|ol)\b)[^<>]*>/gi, '\n')
        .replace(/<(?:[a-z/]|!--)[^<>]*>/gi, '')
    : text;
  return bare.includes('&') ? bare.replace(ENTITY, entity) : bare;
}

function entity(
  whole: string,
  decimal: string | undefined,
  hexadecimal: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? parseInt(hexadecimal!, 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
