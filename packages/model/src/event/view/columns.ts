import type {Occurrence} from '../event.js';
import {lastShownDay} from './shown.js';

/** An event in the column of a day, beside those that are on at the same time. */
export interface ColumnItem {
  /** Index of the occurrence. */
  readonly at: number;
  /** Minutes after midnight of the day, 0 … 1440; at least so many apart that its name can be read. */
  readonly from: number;
  readonly to: number;
  /** Which part of the width, from 0, of how many equal ones, and over how many of them. */
  readonly column: number;
  readonly columns: number;
  readonly span: number;
}

const MIDNIGHT = 1440;

/** Whether it is shown by its hours, and not as a bar above the days. */
export const hasHours = (occurrence: Occurrence): boolean =>
  !occurrence.isAllDay && lastShownDay(occurrence) === occurrence.firstDay;

/**
 * Lays out the hours of a day: what overlaps stands side by side, in as few columns as that takes, and
 * uses the free ones to its end.
 *
 * @param occurrences Sorted by start; what `hasHours` denies is left out.
 * @param least Minutes that the shortest one takes.
 */
export function layOutDay(
  occurrences: readonly Occurrence[],
  day: number,
  least = 45,
): ColumnItem[] {
  const items: {at: number; from: number; to: number; column: number}[] = [];
  const done: ColumnItem[] = [];
  /** Where the latest of the group ends; what begins later has the whole width again. */
  let end = 0;
  const close = (): void => {
    const columns = Math.max(0, ...items.map(({column}) => column + 1));
    for (const item of items)
      done.push({...item, columns, span: freeColumns(item, items, columns)});
    items.length = 0;
  };
  for (const [at, from, to] of hoursOf(occurrences, day, least)) {
    if (from >= end) {
      close();
      end = 0;
    }
    let column = 0;
    while (items.some(other => other.column === column && other.to > from)) column++;
    items.push({at, from, to, column});
    end = Math.max(end, to);
  }
  close();
  return done;
}

/** How many columns to the side of an item nobody needs at its time. */
function freeColumns(
  {column, from, to}: {column: number; from: number; to: number},
  others: readonly {column: number; from: number; to: number}[],
  columns: number,
): number {
  let next = column + 1;
  const isFree = (column: number): boolean =>
    !others.some(other => other.column === column && other.from < to && other.to > from);
  while (next < columns && isFree(next)) next++;
  return next - column;
}

/** Index and minutes of what is on by the hour; nights stand with the day that they began on. */
function hoursOf(
  occurrences: readonly Occurrence[],
  day: number,
  least: number,
): [at: number, from: number, to: number][] {
  const found: [at: number, from: number, to: number][] = [];
  for (let at = 0; at < occurrences.length; at++) {
    const occurrence = occurrences[at]!;
    const {firstDay, lastDay, startMinute, endMinute} = occurrence;
    if (firstDay > day) break;
    if (firstDay < day || !hasHours(occurrence)) continue;
    const ends = lastDay === day ? endMinute : MIDNIGHT;
    // a short one at the end of the day grows upwards
    const from = Math.max(Math.min(startMinute, MIDNIGHT - least), 0);
    found.push([at, from, Math.max(Math.min(ends, MIDNIGHT), from + least)]);
  }
  return found.sort((a, b) => a[1] - b[1] || b[2] - a[2] || a[0] - b[0]);
}
