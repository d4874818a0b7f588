import {decodeText} from '../place/decode.js';
import {readRecords} from '../place/readers/csv-records.js';
import {UnreadableFeedError} from '../place/unreadable-feed-error.js';
import {cleanText} from '../text/clean-text.js';
import {dayOfWall} from './time/civil.js';
import {wallAt} from './time/clock.js';
import {readDate} from './time/date-value.js';
import {clockOf} from './time/intl-clock.js';

/** The zones of metropolitan France (Code de l'éducation, article D521-1). */
export type SchoolZone = 'A' | 'B' | 'C';

/** Days without school, numbered from 1970-01-01 like those of `Occurrence`, both included. */
export interface SchoolHoliday {
  /** As the source has it; empty when it has none. */
  readonly name: string;
  /** In their order; at least one. */
  readonly zones: readonly SchoolZone[];
  readonly firstDay: number;
  readonly lastDay: number;
}

export interface SchoolHolidays {
  /** By first day. */
  readonly holidays: readonly SchoolHoliday[];
  /**
   * From the first to the last day of a holiday that the source knows: on days outside nobody knows, and a file
   * that says "no" for a year that was not decided when it was made is not believed.
   */
  readonly known: {readonly firstDay: number; readonly lastDay: number} | undefined;
}

const ZONES: readonly SchoolZone[] = ['A', 'B', 'C'];

/** More than a century of days, and more holidays than all academies have had. */
const MAX_ROWS = 40_000;

/**
 * School holidays of the zones A, B and C out of a CSV file: one line a day with a column for each zone
 * (`date,vacances_zone_a,…,nom_vacances`, AntoineAugusti/vacances-scolaires), or one line for each holiday
 * of each academy (`description;…;start_date;end_date;…;zones`, data.education.gouv.fr,
 * fr-en-calendrier-scolaire). Lines that cannot be read are passed over.
 *
 * @throws {UnreadableFeedError} for another file.
 */
export function readSchoolHolidays(input: string | Uint8Array): SchoolHolidays {
  const decoded = typeof input === 'string' ? input : decodeText(input);
  const text = decoded.replace(/^\ufeff/, '');
  const header = text.slice(0, 2000).split(/\r?\n/, 1)[0] ?? '';
  const records = readRecords(text, header.includes(';') ? ';' : ',');
  const first = records.next();
  const names = first.done ? [] : first.value.cells.map(cell => cell.trim().toLowerCase());
  const at = (name: string): number => names.indexOf(name);
  const rows = function* (): Generator<readonly string[]> {
    let count = 0;
    for (const {cells} of records) if (cells.length && count++ < MAX_ROWS) yield cells;
  };
  if (at('date') >= 0 && at('vacances_zone_a') >= 0) {
    const zones = ZONES.map(zone => at(`vacances_zone_${zone.toLowerCase()}`));
    return byDay(rows(), at('date'), zones, at('nom_vacances'));
  }
  if (at('start_date') >= 0 && at('zones') >= 0) {
    return byHoliday(rows(), {
      name: at('description'),
      start: at('start_date'),
      end: at('end_date'),
      zones: at('zones'),
      population: at('population'),
    });
  }
  throw new UnreadableFeedError('missing-columns', 'no columns of school holidays');
}

/** A stretch of days of one zone. */
interface Stretch {
  readonly zone: SchoolZone;
  readonly name: string;
  readonly firstDay: number;
  lastDay: number;
}

function byDay(
  rows: Iterable<readonly string[]>,
  dateAt: number,
  zonesAt: readonly number[],
  nameAt: number,
): SchoolHolidays {
  const days: {day: number; name: string; cells: readonly string[]}[] = [];
  for (const cells of rows) {
    const date = readDate(cells[dateAt] ?? '');
    if (date)
      days.push({day: dayOfWall(date.at), name: cleanText(cells[nameAt], 100) ?? '', cells});
  }
  days.sort((one, other) => one.day - other.day);
  const stretches: Stretch[] = [];
  ZONES.forEach((zone, index) => {
    let open: Stretch | undefined;
    for (const {day, name, cells} of days) {
      if (!/^(?:true|vrai|1|oui)$/i.test(cells[zonesAt[index]!]?.trim() ?? '')) continue;
      if (open?.lastDay === day - 1 && open.name === name) open.lastDay = day;
      else stretches.push((open = {zone, name, firstDay: day, lastDay: day}));
    }
  });
  return together(stretches);
}

interface HolidayColumns {
  readonly name: number;
  readonly start: number;
  readonly end: number;
  readonly zones: number;
  readonly population: number;
}

function byHoliday(rows: Iterable<readonly string[]>, columns: HolidayColumns): SchoolHolidays {
  const stretches: Stretch[] = [];
  for (const cells of rows) {
    // holidays of teachers alone are none of the pupils
    if (/^enseignants$/i.test(cells[columns.population]?.trim() ?? '')) continue;
    const start = schoolDay(cells[columns.start]);
    const end = schoolDay(cells[columns.end]);
    const [, zone] = /^Zone ([ABC])$/i.exec(cells[columns.zones]?.trim() ?? '') ?? [];
    if (start === undefined || end === undefined || zone === undefined) continue;
    stretches.push({
      zone: zone.toUpperCase() as SchoolZone,
      name: cleanText(cells[columns.name], 100) ?? '',
      firstDay: start,
      // the end is the day on which school begins again
      lastDay: Math.max(start, end - 1),
    });
  }
  return together(stretches);
}

/** Instants of midnight in France, in UTC; or days. */
function schoolDay(text: string | undefined): number | undefined {
  const date = readDate(text ?? '');
  if (!date) return undefined;
  return dayOfWall(date.form === 'utc' ? wallAt(clockOf('Europe/Paris')!, date.at) : date.at);
}

/** The same days of several zones, or academies, are one holiday. */
function together(stretches: readonly Stretch[]): SchoolHolidays {
  const found = new Map<string, SchoolHoliday>();
  for (const {zone, name, firstDay, lastDay} of stretches) {
    const key = `${firstDay} ${lastDay} ${name}`;
    const zones = new Set([...(found.get(key)?.zones ?? []), zone]);
    found.set(key, {name, zones: ZONES.filter(one => zones.has(one)), firstDay, lastDay});
  }
  const holidays = [...found.values()].sort(
    (one, other) =>
      one.firstDay - other.firstDay || (one.zones.join() < other.zones.join() ? -1 : 1),
  );
  if (!holidays.length) return {holidays, known: undefined};
  const lastDay = holidays.reduce((last, holiday) => Math.max(last, holiday.lastDay), 0);
  return {holidays, known: {firstDay: holidays[0]!.firstDay, lastDay}};
}
