import {formatCents} from '@local-widgets/model';
import type {Order} from '@local-widgets/model/schemas.js';
import {keptFormats} from '../text/kept-formats.js';

/** Numbers and times of one order as people read them: euros, and the clock of its shop. */
export interface OrderFormat {
  /** Cents as euros (`12,50 €`). */
  money(cents: number): string;
  /** `jeudi 26 novembre 2026`, of an ISO instant. */
  day(instant: string): string;
  /** `17:30`. */
  time(instant: string): string;
  /** Day and time. */
  moment(instant: string): string;
}

const LOCALES = {fr: 'fr-FR', en: 'en-GB'};

export function orderFormat({
  timeZone,
  language,
}: Pick<Order, 'timeZone' | 'language'>): OrderFormat {
  return formatsFor(language, timeZone);
}

const formatsFor = keptFormats((language, timeZone): OrderFormat => {
  const locale = LOCALES[language];
  const as = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, {...options, timeZone});
    return (instant: string) => format.format(new Date(instant));
  };
  return {
    money: cents => formatCents(cents, locale),
    day: as({dateStyle: 'full'}),
    time: as({timeStyle: 'short'}),
    moment: as({dateStyle: 'full', timeStyle: 'short'}),
  };
});
