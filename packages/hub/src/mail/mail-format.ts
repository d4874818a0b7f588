import {formatCents} from '@local-widgets/model';
import type {Language} from '@local-widgets/model/schemas.js';
import {keptFormats} from '../text/kept-formats.js';

/** Money and times as people of a language read them; times on the shop's own clock. */
export interface MailFormat {
  /** Of cents of a euro. */
  money(cents: number): string;
  /** `5,5 %` of hundredths of a percent. */
  percent(rate: number): string;
  /** `samedi 28 novembre 2026`. */
  day(instant: Date): string;
  /** `10:00`. */
  time(instant: Date): string;
  /** `28 novembre 2026 à 10:00:03 UTC+1`: beyond doubt. */
  exactly(instant: Date): string;
}

const LOCALES = {fr: 'fr-FR', en: 'en-GB'} as const;

/** @throws {RangeError} for an unknown time zone */
export const mailFormat = keptFormats((language: Language, timeZone: string): MailFormat => {
  const locale = LOCALES[language];
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, {timeZone, ...options});
  const days = format({weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'});
  const times = format({hour: '2-digit', minute: '2-digit', hourCycle: 'h23'});
  const exact = format({
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  const percents = new Intl.NumberFormat(locale, {style: 'percent', maximumFractionDigits: 2});
  return {
    money: cents => formatCents(cents, locale),
    percent: rate => percents.format(rate / 10_000),
    day: instant => days.format(instant),
    time: instant => times.format(instant),
    exactly: instant => exact.format(instant),
  };
});
