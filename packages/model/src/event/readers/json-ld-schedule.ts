import {isObject, listOf, type Json} from '../../place/json.js';
import {readDuration} from '../series/length.js';
import {DAY, MINUTE} from '../time/civil.js';
import {readDate} from '../time/date-value.js';
import {isoDate} from '../time/write-date.js';
import type {ItemRecurrence, ItemTime} from './item.js';

/** When something repeats, as dates and a rule. */
export interface Schedule {
  readonly times: readonly ItemTime[];
  readonly recurrence: ItemRecurrence;
  readonly timeZone: unknown;
}

const DAYS: Readonly<Record<string, string>> = {
  Monday: 'MO',
  Tuesday: 'TU',
  Wednesday: 'WE',
  Thursday: 'TH',
  Friday: 'FR',
  Saturday: 'SA',
  Sunday: 'SU',
};
const WORDS: Readonly<Record<string, string>> = {
  daily: 'P1D',
  weekly: 'P1W',
  monthly: 'P1M',
  yearly: 'P1Y',
  annually: 'P1Y',
};
const UNITS: Readonly<Record<string, string>> = {
  D: 'DAILY',
  W: 'WEEKLY',
  M: 'MONTHLY',
  Y: 'YEARLY',
};

/**
 * The first `eventSchedule` of an event (https://schema.org/Schedule), as the rule of RFC 5545 that says the same;
 * undefined when it has none, or one without a beginning.
 */
export function scheduleOf(event: Json): Schedule | undefined {
  const schedule = listOf(event['eventSchedule']).find(isObject);
  if (!schedule) return undefined;
  const from = textOf(schedule['startDate']) ?? textOf(event['startDate']);
  const day = from === undefined ? undefined : readDate(from);
  if (!day) return undefined;
  const time = textOf(schedule['startTime']) ?? (day.form === 'date' ? undefined : from!.slice(11));
  const date = isoDate(day.at, 'date');
  const start = time === undefined ? date : `${date}T${wholeTime(time)}`;
  const timeZone = textOf(schedule['scheduleTimezone']);
  const last = textOf(schedule['endDate']) ?? textOf(event['endDate']);
  return {
    times: [{start, end: endOf(schedule, date, time), timeZone}],
    recurrence: {
      rule: ruleOf(schedule, last),
      isFirstByRule: true,
      exceptDates: listOf(schedule['exceptDate']).map(value => textOf(value)?.slice(0, 19)),
    },
    timeZone,
  };
}

function ruleOf(schedule: Json, last: string | undefined): string | undefined {
  const frequency = textOf(schedule['repeatFrequency']) ?? 'P1W';
  const [, count = '1', unit = ''] =
    /^P(\d{1,3})([DWMY])$/i.exec(WORDS[frequency.toLowerCase()] ?? frequency) ?? [];
  const frequencyWord = UNITS[unit.toUpperCase()];
  if (!frequencyWord) return undefined;
  const week = numbersOf(schedule['byMonthWeek'])[0];
  const days = listOf(schedule['byDay']).flatMap(value => {
    const name = (textOf(value) ?? '').replace(/^.*[/#:]/, '');
    const code = DAYS[name] ?? (/^[+-]?\d*(?:MO|TU|WE|TH|FR|SA|SU)$/.test(name) ? name : undefined);
    return code ? [week && /^[A-Z]{2}$/.test(code) ? `${week}${code}` : code] : [];
  });
  const total = Number(textOf(schedule['repeatCount']) ?? 0);
  const end = last === undefined ? undefined : readDate(last);
  const parts = [
    `FREQ=${frequencyWord}`,
    `INTERVAL=${count}`,
    days.length && `BYDAY=${days.join()}`,
    listPart('BYMONTH', schedule['byMonth']),
    listPart('BYMONTHDAY', schedule['byMonthDay']),
    total > 0 && !end ? `COUNT=${total}` : '',
    // the last day is one of those on which it may be
    end ? `UNTIL=${isoDate(end.at, 'date').replaceAll('-', '')}` : '',
  ];
  return parts.filter(Boolean).join(';');
}

function listPart(name: string, value: unknown): string {
  const numbers = numbersOf(value);
  return numbers.length ? `${name}=${numbers.join()}` : '';
}

const numbersOf = (value: unknown): number[] => listOf(value).map(Number).filter(Number.isInteger);

/** The end of the first: by its time, which may be that of the next day, or by the duration. */
function endOf(schedule: Json, date: string, startTime: string | undefined): string | undefined {
  if (startTime === undefined) return undefined;
  const start = readDate(`${date}T${wholeTime(startTime)}`);
  const endTime = textOf(schedule['endTime']);
  if (!start) return undefined;
  if (endTime !== undefined) {
    const written = `${date}T${wholeTime(endTime)}`;
    const end = readDate(written);
    return end ? isoDate(end.at < start.at ? end.at + DAY : end.at, 'local') : written;
  }
  const length = readDuration(textOf(schedule['duration']) ?? '');
  return (
    length &&
    isoDate(start.at + length.days * DAY + Math.floor(length.rest / MINUTE) * MINUTE, 'local')
  );
}

/** `19:00:00` of `19:00`, `19:00:00+02:00`, `19h30`; what is no time as it is, for it to be told. */
function wholeTime(text: string): string {
  const match = /^(\d{1,2})(?:[:h](\d\d))?(?::(\d\d))?/i.exec(text.trim());
  if (!match) return text;
  const [, hour = '', minute = '00', second = '00'] = match;
  return `${hour.padStart(2, '0')}:${minute}:${second}`;
}

function textOf(value: unknown): string | undefined {
  const one = listOf(value)[0];
  const text: unknown = isObject(one) ? (one['@value'] ?? one['@id']) : one;
  return typeof text === 'string' || typeof text === 'number' ? String(text) : undefined;
}
