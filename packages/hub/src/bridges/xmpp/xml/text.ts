/** What is wrong, by the names of stream errors (RFC 6120, section 4.9.3). */
export class XmlError extends Error {
  override readonly name = 'XmlError';

  constructor(readonly condition: 'not-well-formed' | 'restricted-xml' | 'policy-violation') {
    super(condition);
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Text or the value of an attribute, references replaced. @throws XmlError for an entity of somebody's own */
export function decodeText(text: string): string {
  const decoded = text.replace(/&([^;&]*)(;?)/g, (_whole, name: string, end: string) => {
    const found = end === '' ? undefined : (ENTITIES[name] ?? numbered(name));
    if (found === undefined) throw new XmlError('restricted-xml');
    return found;
  });
  refuseNoXml(decoded);
  return decoded.replace(/\r\n?/g, '\n');
}

/** @throws XmlError for characters that XML 1.0 (section 2.2) has no way to write */
export function refuseNoXml(text: string): void {
  if (NO_XML.test(text)) throw new XmlError('not-well-formed');
}

const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function numbered(name: string): string | undefined {
  const [, hexadecimal, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  const code = hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
