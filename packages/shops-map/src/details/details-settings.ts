import type {Geocoder} from '@local-widgets/core';
import type {HolidayCalendar, OpeningHoursOptions} from '@local-widgets/model';

/** Attributes that only the details care about, as the page wrote them. */
export interface DetailsAttributes {
  readonly timeZone: string;
  readonly holidays: HolidayCalendar;
  readonly headingLevel: number;
  readonly geocoder: Geocoder | string;
  readonly report: string;
}

export interface DetailsSettings extends OpeningHoursOptions {
  timeZone: string;
  headingLevel: number;
  /** Checked by the panel that uses it. */
  geocoder: Geocoder | string;
  /** Checked by the card. */
  report: string;
}

export const DEFAULT_SETTINGS: DetailsSettings = {
  timeZone: 'Europe/Paris',
  headingLevel: 3,
  geocoder: '',
  report: '',
};

const CALENDARS = ['FR', 'FR-alsace-moselle', 'none'];

/** Takes what is valid; `warn` hears a sentence for each attribute that is not. */
export function detailsSettings(
  {timeZone, holidays, headingLevel, geocoder, report}: DetailsAttributes,
  warn: (message: string) => void,
): DetailsSettings {
  const settings: DetailsSettings = {...DEFAULT_SETTINGS, geocoder, report};
  try {
    new Intl.DateTimeFormat('fr', {timeZone});
    settings.timeZone = timeZone;
  } catch {
    warn(`time-zone="${timeZone}" is ignored: an IANA name such as Europe/Paris is needed.`);
  }
  if (typeof holidays === 'function' || CALENDARS.includes(holidays)) settings.holidays = holidays;
  else warn(`holidays="${holidays}" is ignored: it is one of ${CALENDARS.join(', ')}.`);
  // an outline has levels 1 to 6 (WAI-ARIA)
  if (headingLevel >= 1 && headingLevel <= 6) settings.headingLevel = headingLevel;
  else warn('heading-level is ignored: it is a number from 1 to 6.');
  return settings;
}
