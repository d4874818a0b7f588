/** Controls but line ends, lone surrogates, zero-width and bidirectional ones (Unicode TR36 §2.5). */
const UNSEEN = /[\p{Cc}\p{Cs}\u200b\u2060\u202a-\u202e\u2066-\u2069]/u;
/** Texts of which line ends are a part. */
const WITH_LINES = /^(?:description|conditions|text)$/;
const LINK = /^(?:url|onlineUrl|contentUrl|href)$/;
const LONGEST = 20_000;
const MOST = 250_000;

/** What is wrong with what a reader gave, as sentences; none when nothing is. */
export function faultsIn(result: unknown): string[] {
  const faults = new Set<string>();
  walk(result, '', faults, new Set());
  const own = Object.getOwnPropertyNames(Object.prototype).length;
  if (own !== OWN || 'polluted' in {}) faults.add('Object.prototype has another member');
  return [...faults].slice(0, 10);
}

const OWN = Object.getOwnPropertyNames(Object.prototype).length;

function walk(value: unknown, path: string, faults: Set<string>, seen: Set<unknown>): void {
  if (typeof value === 'string') checkText(value, path, faults);
  else if (typeof value === 'number') checkNumber(value, path, faults);
  else if (typeof value === 'function' || typeof value === 'symbol') {
    faults.add(`${path} is a ${typeof value}`);
  } else if (typeof value === 'object' && value !== null && !seen.has(value)) {
    seen.add(value);
    checkObject(value, path, faults);
    if (value instanceof Map || value instanceof Set) {
      for (const inner of value) walk(inner, `${path}.*`, faults, seen);
    } else if (Array.isArray(value)) {
      if (value.length > MOST) faults.add(`${path} has ${value.length} items`);
      for (const inner of value) walk(inner, `${path}.*`, faults, seen);
    } else if (!(value instanceof Date || value instanceof Error || ArrayBuffer.isView(value))) {
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`, faults, seen);
    }
  }
}

const keyOf = (path: string): string => path.split('.').findLast(part => part !== '*') ?? '';

function checkText(text: string, path: string, faults: Set<string>): void {
  const key = keyOf(path);
  const plain = WITH_LINES.test(key) ? text.replaceAll('\n', '') : text;
  const found = UNSEEN.exec(plain)?.[0];
  if (found !== undefined) {
    faults.add(
      `${path} has U+${found.codePointAt(0)!.toString(16)}: ${JSON.stringify(text.slice(0, 80))}`,
    );
  }
  if (text.length > LONGEST) faults.add(`${path} has ${text.length} letters`);
  if (LINK.test(key) && !isLink(text)) faults.add(`${path} is no link: ${text.slice(0, 100)}`);
}

function isLink(text: string): boolean {
  try {
    const {protocol, username, password} = new URL(text);
    return /^https?:$/.test(protocol) && !username && !password;
  } catch {
    return false;
  }
}

function checkNumber(value: number, path: string, faults: Set<string>): void {
  if (!Number.isFinite(value)) faults.add(`${path} is ${value}`);
  const most = {longitude: 180, latitude: 90}[keyOf(path)];
  if (most !== undefined && Math.abs(value) > most) faults.add(`${path} is ${value}`);
}

function checkObject(value: object, path: string, faults: Set<string>): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain =
    prototype === null || prototype === Object.prototype || prototype === Array.prototype;
  const isKnown = value instanceof Map || value instanceof Set || value instanceof Date;
  const isOther = value instanceof Error || ArrayBuffer.isView(value);
  if (!isPlain && !isKnown && !isOther) faults.add(`${path} has a prototype of its own`);
  if (Object.hasOwn(value, '__proto__')) faults.add(`${path} has a member __proto__`);
}

/** What is wrong with a text in lines of properties (iCalendar, vCard): a line that begins none and continues none. */
export function faultsInLines(text: string, path: string): string[] {
  const faults: string[] = [];
  let open = 0;
  for (const line of text.split('\r\n')) {
    if (/[\n\r]/.test(line)) faults.push(`${path} has a line end of its own: ${line.slice(0, 80)}`);
    if (line && !/^(?:[ \t]|[A-Z-]+[;:])/.test(line)) faults.push(`${path}: ${line.slice(0, 80)}`);
    if (line.startsWith('BEGIN:')) open++;
    else if (line.startsWith('END:')) open--;
  }
  if (open) faults.push(`${path} has ${open} components that do not end`);
  return faults.slice(0, 3);
}
