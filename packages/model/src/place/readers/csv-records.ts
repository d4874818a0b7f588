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
    let row: Row | undefined = {cells: [], next: end + 1, lines: 0};
    if (line > skipLines && plain.trim()) {
      if (!plain.includes('"')) row.cells = plain.split(delimiter);
      else row = readQuoted(text, start, delimiter);
      if (row?.lines && width && row.cells.length !== width) row = undefined;
      width ||= row?.cells.length ?? 0;
    }
    if (!row) yield {line, cells: [], problem: 'a quote is not closed'};
    // Excel writes rows of nothing but delimiters below a table.
    else if (row.cells.some(cell => cell.trim())) yield {line, cells: row.cells};
    start = row?.next ?? end + 1;
    line += 1 + (row?.lines ?? 0);
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

interface Row {
  cells: string[];
  /** Where the next row begins. */
  readonly next: number;
  /** Line ends inside quoted cells. */
  readonly lines: number;
}

/** Reads a row that holds quotes, cell by cell; undefined when a quoted cell does not end well. */
function readQuoted(text: string, start: number, delimiter: string): Row | undefined {
  const cells: string[] = [];
  let lines = 0;
  // Delimiters are searched in one line at a time: beyond it, for each row, would be quadratic.
  let lineStart = start;
  let line = text.slice(start, endOfLine(text, start));
  for (let at = start; ;) {
    let end: number;
    if (text[at] === '"') {
      end = endOfQuoted(text, at);
      if (end < 0) return undefined;
      const cell = text.slice(at + 1, end - 1).replace(/""/g, '"');
      const breaks = cell.split('\n').length - 1;
      if (breaks) {
        lines += breaks;
        lineStart = end;
        line = text.slice(end, endOfLine(text, end));
      }
      cells.push(cell);
    } else {
      const length = line.indexOf(delimiter, at - lineStart);
      end = lineStart + (length < 0 ? line.length - (line.endsWith('\r') ? 1 : 0) : length);
      cells.push(text.slice(at, end));
    }
    if (text[end] === delimiter) {
      at = end + 1;
      continue;
    }
    const next = text[end] === '\r' ? end + 1 : end;
    if ((next < text.length && text[next] !== '\n') || lines > MAX_LINES) return undefined;
    return {cells, next: next + 1, lines};
  }
}

/** Position after the closing quote of the cell that begins at `at`; -1 when there is none near. */
function endOfQuoted(text: string, at: number): number {
  let close = text.indexOf('"', at + 1);
  while (close > 0 && text[close + 1] === '"') {
    close = close - at > MAX_QUOTED ? -1 : text.indexOf('"', close + 2);
  }
  return close < 0 || close - at > MAX_QUOTED ? -1 : close + 1;
}
