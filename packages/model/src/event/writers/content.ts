/** A text value: backslash, comma, semicolon and line ends escaped, other controls dropped (RFC 5545 §3.3.11). */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** An address is not escaped, but a line end would begin another property. */
export const uriText = (address: string): string => address.replace(/[\p{Cc}\s]/gu, '');

/** A parameter: in quotes, which it cannot hold itself (RFC 6868 says how it can). */
export const paramText = (text: string): string =>
  `"${text
    .replace(/\^/g, '^^')
    .replace(/"/g, "^'")
    .replace(/[\p{Cc}]+/gu, ' ')}"`;

/** Content lines as a file: folded at 75 octets, never inside a letter, with CRLF (RFC 5545 §3.1). */
export function contentFile(lines: readonly string[]): string {
  return lines.map(line => `${fold(line)}\r\n`).join('');
}

function fold(line: string): string {
  if (line.length <= 24) return line;
  let folded = '';
  let octets = 0;
  for (const letter of line) {
    const code = letter.codePointAt(0)!;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return folded;
}
