import type {ContentLine} from './content-lines.js';

/** A parameter of a property, without its quotes and the escapes of RFC 6868; undefined when it has none. */
export function paramOf({params}: ContentLine, name: string): string | undefined {
  if (!params) return undefined;
  // one parameter without quotes, as nearly all of those that are asked for
  if (!/[;"^]/.test(params)) {
    const sign = params.indexOf('=');
    return params.slice(0, sign).toUpperCase() === name ? params.slice(sign + 1).trim() : undefined;
  }
  for (let at = 0; at < params.length;) {
    const sign = params.indexOf('=', at);
    if (sign < 0) return undefined;
    const before = params.slice(at, sign);
    const key = before.slice(before.lastIndexOf(';') + 1);
    const isQuoted = params[sign + 1] === '"';
    const start = isQuoted ? sign + 2 : sign + 1;
    const mark = params.indexOf(isQuoted ? '"' : ';', start);
    const end = mark < 0 ? params.length : mark;
    if (key.trim().toUpperCase() === name) {
      return params
        .slice(start, end)
        .replace(/\^[n'^]/g, escape => CARETS[escape] as string)
        .trim();
    }
    at = end + 1;
  }
  return undefined;
}

const CARETS: Readonly<Record<string, string>> = {'^n': '\n', "^'": '"', '^^': '^'};

/** A text value without its backslashes (RFC 5545 §3.3.11). */
export function textOf(value: string): string {
  return value.includes('\\')
    ? value.replace(/\\([\s\S])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped))
    : value;
}

/** The texts of a list: commas between, none of those that are escaped. */
export function textsOf(value: string): string[] {
  return (value.match(/(?:\\[\s\S]|[^,\\])+/g) ?? []).map(textOf);
}

/** The values of a list of dates, at most `limit` of them and one more: nobody splits megabytes first. */
export function itemsOf(value: string, limit: number): string[] {
  const items: string[] = [];
  for (let at = 0; at <= value.length && items.length <= limit;) {
    const comma = value.indexOf(',', at);
    const end = comma < 0 ? value.length : comma;
    if (end > at) items.push(value.slice(at, end));
    at = end + 1;
  }
  return items;
}
