/** Already as we want it, which most texts are: one alternative a word, so it runs in linear time. */
const CLEAN = /^[!-~\xa1-\u024f\u2019]+(?: [!-~\xa1-\u024f\u2019]+)*$/;

/**
 * Characters that nobody sees but that change what is read: controls, lone surrogates, zero-width
 * spaces, and the bidirectional embeddings, overrides and isolates that can turn a name or an
 * address around (Unicode TR36 §2.5). Left-to-right and right-to-left marks stay.
 */
const INVISIBLE = /(?!\s)[\p{Cc}\p{Cs}\u200b\u2060\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Plain text out of whatever a feed holds: NFC, invisible characters removed, white space as single
 * spaces, at most `maxLength` UTF-16 units (an ellipsis tells the cut). Markup stays as text.
 * Numbers are written out, the texts of an array are joined by commas; booleans, objects and nothing
 * give undefined, and so does an empty text.
 */
export function cleanText(value: unknown, maxLength: number): string | undefined {
  if (typeof value !== 'string') return textOfOther(value, maxLength);
  if (value.length <= maxLength && CLEAN.test(value)) return value;
  // A hostile text may be megabytes long: cut before the costly part, with room for what goes.
  const text = value
    .trimStart()
    .slice(0, 2 * maxLength)
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= maxLength) return text || undefined;
  return `${text
    .slice(0, maxLength - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

function textOfOther(value: unknown, maxLength: number): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (!Array.isArray(value)) return undefined;
  const parts = value.slice(0, maxLength).filter(part => !Array.isArray(part));
  return cleanText(
    parts
      .map(part => cleanText(part, maxLength))
      .filter(Boolean)
      .join(', '),
    maxLength,
  );
}

/**
 * A list of short texts from an array, or from one text with `;`, `|` or line ends between items
 * (commas when it has none of these). Doubles go; undefined when nothing is left.
 */
export function cleanList(
  value: unknown,
  maxItems: number,
  maxLength: number,
): string[] | undefined {
  const parts: unknown[] = Array.isArray(value) ? value : splitList(value, maxItems * maxLength);
  const items = new Set<string>();
  for (const part of parts.slice(0, maxItems)) {
    const item = Array.isArray(part) ? undefined : cleanText(part, maxLength);
    if (item) items.add(item);
  }
  return items.size ? [...items] : undefined;
}

function splitList(value: unknown, maxLength: number): unknown[] {
  if (typeof value !== 'string') return [value];
  const text = value.slice(0, maxLength);
  return text.split(/[;|\n]/.test(text) ? /[;|\n]/ : ',');
}
