import {quote} from '../place/position.js';
import {readRecords, type CsvRecord} from '../place/readers/csv-records.js';
import {UnreadableFeedError} from '../place/unreadable-feed-error.js';
import {fieldOfHeader, type ProductField, type ProductRow, type ProductValues} from './fields.js';

const DELIMITERS = [';', ',', '\t'];

interface Column {
  readonly at: number;
  readonly field: ProductField;
  /** 0 for the best name of the field. */
  readonly rank: number;
}

/** A spreadsheet of products. */
export interface ProductTable {
  readonly rows: Iterable<ProductRow>;
  /** The fields that have a column. */
  readonly fields: ReadonlySet<ProductField>;
  /** Headers of the columns that are not read. */
  readonly ignored: readonly string[];
}

/**
 * Opens a spreadsheet saved as CSV (RFC 4180): `;`, `,` or tab, French or English headers in any
 * order and spelling, Excel's `sep=;` line.
 *
 * @throws {UnreadableFeedError} when it has no columns for a name and a price
 */
export function readProductTable(text: string): ProductTable {
  const separator = /^\s*sep=([;,\t])\r?(?:\n|$)/i.exec(text)?.[1];
  const tables = (separator ? [separator] : DELIMITERS).map(delimiter => {
    const records = readRecords(text, delimiter, separator ? 1 : 0);
    const header = records.next().value?.cells ?? [];
    return {records, header, columns: columnsOf(header)};
  });
  const {records, header, columns} = tables.reduce((one, other) =>
    other.columns.length > one.columns.length ? other : one,
  );
  const fields = new Set(columns.map(({field}) => field));
  const missing = (['name', 'price'] as const).filter(field => !fields.has(field));
  if (missing.length) {
    const said = header.slice(0, 20).map(quote).join(', ');
    const detail = `no column for ${missing.join(', nor for ')} among ${said}`;
    throw new UnreadableFeedError('missing-columns', detail);
  }
  const ignored = header.filter((cell, at) => cell.trim() && !columns.some(one => one.at === at));
  return {rows: readRows(records, columns, header.length), fields, ignored};
}

/** The columns that we know, those with the better names first. */
function columnsOf(header: readonly string[]): Column[] {
  return header
    .flatMap((cell, at) => {
      const found = fieldOfHeader(cell);
      return found ? [{at, ...found}] : [];
    })
    .sort((one, other) => one.rank - other.rank);
}

function* readRows(
  records: Iterable<CsvRecord>,
  columns: readonly Column[],
  width: number,
): Generator<ProductRow> {
  for (const {line, cells, problem} of records) {
    const isBad = problem !== undefined || cells.slice(width).some(cell => cell.trim());
    yield {line, content: isBad ? 'bad-row' : valuesOf(cells, columns)};
  }
}

/** Of several columns for one field, the first that is filled. */
function valuesOf(cells: readonly string[], columns: readonly Column[]): ProductValues {
  const values: ProductValues = {};
  for (const {at, field} of columns) {
    const cell = cells[at]?.trim();
    if (cell) values[field] ??= cell.replace(DISARMED, '');
  }
  return values;
}

/** The apostrophe that our writer puts before what a spreadsheet would take for a formula. */
const DISARMED = /^'(?='*\s*[=+\-@＝＋－＠])/;
