/** One row of the table. */
export interface CsvRecord {
  /** Physical line of the file where the row begins, 1 for the first. */
  readonly line: number;
  readonly cells: string[];
  /** English; set when the row is broken, and then `cells` is empty. */
  readonly problem?: string;
}

/** A quoted cell longer than this, or over more lines, is taken for a forgotten quote. */
const MAX_QUOTED = 32_768;
const MAX_LINES = 500;

/**
 * Parses CSV (RFC 4180) row by row: quoted cells with doubled quotes and line ends, LF, CRLF or CR,
 * blank lines skipped. More tolerant than the RFC where spreadsheets are: a quote inside an unquoted
 * cell is a character like another. The first record is the header; it gives the number of cells.
 *
 * A quote that is never closed would swallow the rows below. So a quoted cell must be followed by a
 * delimiter or a line end, and a row over several lines must have as many cells as the header;
 * otherwise only its first line is given up and reading goes on with the next line.
 */
export function* readRecords(
  source: string,
  delimiter: string,
  skipLines = 0,
): Generator<CsvRecord, undefined> {
  const text = source.includes('\n') ? source : source.replace(/\r/g, '\n');
  let line = 1;
  let width = 0;
  for (let start = 0; start < text.length;) {
    const end = endOfLine(text, start);
    const plain = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    const first = line;
    let next = end + 1;
    line++;
    if (first <= skipLines || !plain.trim()) {
      start = next;
      continue;
    }
    let cells: string[] | undefined = [];
    if (plain.includes('"')) {
      const quoted = readQuoted(text, start, delimiter);
      if (!quoted || (quoted.lines && width && quoted.cells.length !== width)) cells = undefined;
      else {
        cells = quoted.cells;
        next = quoted.next;
        line += quoted.lines;
      }
    } else cells = plain.split(delimiter);
    start = next;
    width ||= cells?.length ?? 0;
    // Excel writes rows of nothing but delimiters below a table.
    if (!cells) yield {line: first, cells: [], problem: 'a quote is not closed'};
    else if (cells.some(cell => cell.trim())) yield {line: first, cells};
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

interface QuotedRow {
  readonly cells: string[];
  /** Where the next row begins. */
  readonly next: number;
  /** Line ends inside quoted cells. */
  readonly lines: number;
}

/** Reads a row that holds quotes, cell by cell; undefined when a quoted cell does not end well. */
function readQuoted(text: string, start: number, delimiter: string): QuotedRow | undefined {
  const cells: string[] = [];
  let lines = 0;
  for (let at = start; ;) {
    let end: number;
    if (text[at] === '"') {
      const close = endOfQuoted(text, at);
      if (close < 0) return undefined;
      const cell = text.slice(at + 1, close).replace(/""/g, '"');
      lines += cell.split('\n').length - 1;
      cells.push(cell);
      end = close + 1;
    } else {
      const [comma, newline] = [text.indexOf(delimiter, at), endOfLine(text, at)];
      end = comma < 0 ? newline : Math.min(comma, newline);
      cells.push(text.slice(at, text[end - 1] === '\r' && end === newline ? end - 1 : end));
    }
    if (text[end] === delimiter) {
      at = end + 1;
      continue;
    }
    if (text[end] === '\r') end++;
    if (end < text.length && text[end] !== '\n') return undefined;
    return lines > MAX_LINES ? undefined : {cells, next: end + 1, lines};
  }
}

/** Position of the closing quote of the cell that begins at `at`; -1 when there is none near. */
function endOfQuoted(text: string, at: number): number {
  let close = text.indexOf('"', at + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close - at > MAX_QUOTED ? -1 : close;
}
