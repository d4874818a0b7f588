import {RawJson} from './values.js';

/** Something in a feed that a stranger may write. */
export interface Slot {
  /** A path in JSON, a column, a property. */
  readonly name: string;
  readonly value: unknown;
  readonly role: 'text' | 'url' | 'number' | 'date';
}

/** A feed whose values can be replaced. */
export interface Template {
  readonly slots: readonly Slot[];
  /** The feed with other values in some slots, by index. */
  write(values: ReadonlyMap<number, unknown>): string;
  /** The feed with names that objects have by themselves, with this JSON as their value; JSON only. */
  readonly withKeys?: (keys: readonly string[], value: string) => string;
}

function roleOf(value: unknown): Slot['role'] {
  if (typeof value === 'number') return 'number';
  const text = String(value);
  if (/^(?:https?:|mailto:)/i.test(text)) return 'url';
  if (/^\d{4}-?\d\d-?\d\d|^\w+\/\w+$|^P(?:T?\d)/.test(text)) return 'date';
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? 'number' : 'text';
}

/** JSON whose leaves are the slots. */
export function jsonTemplate(document: unknown): Template {
  const slots: Slot[] = [];
  const collect = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) {
      slots.push({name: path, value, role: roleOf(value)});
    } else for (const [key, inner] of Object.entries(value)) collect(inner, `${path}.${key}`);
  };
  collect(document, '');
  const text = (
    value: unknown,
    next: () => unknown,
    more: (isArray: boolean) => string,
  ): string => {
    if (typeof value !== 'object' || value === null) return jsonOf(next());
    const isArray = Array.isArray(value);
    const inner = Object.entries(value).map(([key, one]) => {
      const written = text(one, next, more);
      return isArray ? written : `${JSON.stringify(key)}:${written}`;
    });
    return isArray ? `[${inner.join()}]` : `{${[...inner, more(false)].filter(Boolean).join()}}`;
  };
  const write = (values: ReadonlyMap<number, unknown>, more = ''): string => {
    let at = -1;
    const next = (): unknown => (values.has(++at) ? values.get(at) : slots[at]!.value);
    return text(document, next, () => more);
  };
  return {
    slots,
    write,
    withKeys: (keys, value) =>
      write(new Map(), keys.map(key => `${JSON.stringify(key)}:${value}`).join()),
  };
}

const jsonOf = (value: unknown): string =>
  value instanceof RawJson ? value.text : JSON.stringify(value ?? null);

const textOf = (value: unknown): string =>
  value instanceof RawJson ? value.text : typeof value === 'string' ? value : JSON.stringify(value);

/** A spreadsheet whose cells below the header are the slots. */
export function csvTemplate(table: readonly (readonly string[])[], delimiter = ';'): Template {
  const [header = [], ...rows] = table;
  const slots = rows.flatMap(cells =>
    cells.map((value, at): Slot => ({name: header[at] ?? '', value, role: roleOf(value)})),
  );
  const quoted = (value: unknown): string => `"${textOf(value).replaceAll('"', '""')}"`;
  return {
    slots,
    write: values => {
      let at = -1;
      const cell = (own: string): string => quoted(values.has(++at) ? values.get(at) : own);
      return [header.map(quoted), ...rows.map(cells => cells.map(cell))]
        .map(cells => cells.join(delimiter))
        .join('\r\n');
    },
  };
}

/** Lines `NAME:value` or `NAME;PARAM=value:value`, whose values and parameters are the slots. */
export function lineTemplate(text: string): Template {
  const lines = text.trim().split('\n');
  const slots: Slot[] = [];
  const parts = lines.map(line => {
    const [, name = '', params, value = ''] = /^([\w-]+)(?:;([^:]*))?:(.*)$/.exec(line) ?? [];
    const [at, paramsAt] = [slots.length, params === undefined ? -1 : slots.length + 1];
    slots.push({name, value, role: roleOf(value)});
    if (params !== undefined) slots.push({name: `${name};`, value: params, role: 'text'});
    return {name, at, paramsAt};
  });
  return {
    slots,
    write: values => {
      const valueOf = (at: number): string =>
        // a line end of its own would begin another property: half of them keep theirs
        textOf(values.has(at) ? values.get(at) : slots[at]!.value).replace(
          /\r?\n/g,
          at % 2 ? '\\n' : '\r\n',
        );
      return parts
        .map(({name, at, paramsAt}) =>
          paramsAt < 0 ? `${name}:${valueOf(at)}` : `${name};${valueOf(paramsAt)}:${valueOf(at)}`,
        )
        .join('\r\n');
    },
  };
}

/** A text as a whole. */
export const plainTemplate = (text: string): Template => ({
  slots: [{name: 'text', value: text, role: roleOf(text)}],
  write: values => textOf(values.has(0) ? values.get(0) : text),
});
