import {FieldCollector, type Field, type FieldValues} from '../fields.js';
import {UnreadableFeedError} from '../unreadable-feed-error.js';
import {quote} from '../position.js';
import type {SourceRow} from '../source-row.js';
import {readRecords, type CsvRecord} from './csv-records.js';
import type {PlaceReader} from './reader.js';

const DELIMITERS = [';', ',', '\t'];

/** A column that names a field. */
interface Column {
  readonly at: number;
  readonly field: Field;
  /** 0 for the best name of the field. */
  readonly rank: number;
}

/**
 * Spreadsheets saved as CSV (RFC 4180): `;`, `,` or tab, French or English headers in any order and
 * spelling, Excel's `sep=;` line. Needs a name column and columns for the position.
 */
export const csvReader: PlaceReader<'csv'> = {
  format: 'csv',
  input: 'text',
  read: (input, {targetOfKey}) => {
    const collector = new FieldCollector(targetOfKey);
    const text = input as string;
    const separator = /^\s*sep=([;,\t])\r?(?:\n|$)/i.exec(text)?.[1];
    const tables = (separator ? [separator] : DELIMITERS).map(delimiter => {
      const records = readRecords(text, delimiter, separator ? 1 : 0);
      const header = records.next().value?.cells ?? [];
      return {records, header, columns: columnsOf(header, collector)};
    });
    const {records, header, columns} = tables.reduce((one, other) =>
      other.columns.length > one.columns.length ? other : one,
    );
    if (columns.length < 2) return undefined;
    checkColumns(columns, header);
    return readRows(records, columns, header.length);
  },
};

/** The columns that we know, those with the better names first. */
function columnsOf(header: readonly string[], collector: FieldCollector): Column[] {
  return header
    .flatMap((cell, at) => {
      const {field, rank} = collector.targetOf(cell);
      return field ? [{at, field, rank}] : [];
    })
    .sort((one, other) => one.rank - other.rank);
}

function checkColumns(columns: readonly Column[], header: readonly string[]): void {
  const has = (field: Field) => columns.some(column => column.field === field);
  const missing = [
    !has('name') && 'name',
    !has('coordinates') && !(has('latitude') && has('longitude')) && 'latitude and longitude',
  ].filter(Boolean);
  if (missing.length) {
    throw new UnreadableFeedError(
      'missing-columns',
      `no column for ${missing.join(', nor for ')} among ${header.slice(0, 20).map(quote).join(', ')}`,
    );
  }
}

function* readRows(
  records: Iterable<CsvRecord>,
  columns: readonly Column[],
  width: number,
): Generator<SourceRow> {
  for (const {line: at, cells, problem} of records) {
    const extra = cells.slice(width).find(Boolean);
    const detail =
      problem ?? (extra && `more cells than the header: ${quote(extra)} has no column`);
    yield {
      at,
      unit: 'line',
      read: () => (detail ? {reason: 'bad-row', detail} : readCells(cells, columns)),
    };
  }
}

/** Of several columns for one field, the first that is filled. */
function readCells(cells: readonly string[], columns: readonly Column[]): FieldValues {
  const values: FieldValues = {};
  for (const {at, field} of columns) {
    const cell = cells[at];
    if (cell && values[field] === undefined) values[field] = cell;
  }
  return values;
}
