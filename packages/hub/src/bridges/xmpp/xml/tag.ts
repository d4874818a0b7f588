import {decodeText, XmlError} from './text.js';

/** What stands between `<` and `>` at the beginning of an element. */
export interface Tag {
  /** Prefix included: its end is written alike. */
  written: string;
  name: string;
  namespace: string;
  attributes: Record<string, string>;
  isEmpty: boolean;
  /** Namespaces by prefix, for what is inside; the empty one is the default. */
  prefixes: ReadonlyMap<string, string>;
}

const BUILT_IN = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);

const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/;
const ATTRIBUTE = /^\s+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/;

/**
 * @param inside without the angle brackets
 * @throws XmlError for what is not well-formed: a name twice, a prefix that nobody declared
 */
export function readTag(inside: string, parent: Pick<Tag, 'prefixes'> | undefined): Tag {
  const written = NAME.exec(inside)?.[0];
  if (written === undefined) throw new XmlError('not-well-formed');
  const attributes: Record<string, string> = {};
  const prefixes = new Map(parent?.prefixes ?? BUILT_IN);
  const names = new Set<string>();
  let rest = inside.slice(written.length);
  for (let found; (found = ATTRIBUTE.exec(rest)); rest = rest.slice(found[0].length)) {
    const name = found[1]!;
    const value = decodeText(found[2] ?? found[3] ?? '');
    if (names.has(name)) throw new XmlError('not-well-formed');
    names.add(name);
    if (name === 'xmlns') prefixes.set('', value);
    else if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), value);
    else attributes[name] = value;
  }
  const isEmpty = /^\s*\/$/.test(rest);
  if (!isEmpty && rest.trim() !== '') throw new XmlError('not-well-formed');
  const [prefix, name] = written.includes(':') ? written.split(':') : ['', written];
  const namespace = prefixes.get(prefix!);
  if (namespace === undefined) throw new XmlError('not-well-formed');
  return {written, name: name!, namespace, attributes, isEmpty, prefixes};
}
