import type {HolidayCalendar, OpeningHoursOptions} from '@local-widgets/model';

/** The `time-zone` and `holidays` attributes as the page wrote them. */
export interface HoursAttributes {
  readonly timeZone: string;
  readonly holidays: HolidayCalendar;
}

const CALENDARS = ['FR', 'FR-alsace-moselle', 'none'];

/** Takes what is valid; `warn` hears a sentence for each attribute that is not. */
export function hoursSettings(
  {timeZone, holidays}: HoursAttributes,
  warn: (message: string) => void,
): OpeningHoursOptions & {timeZone: string} {
  const settings: OpeningHoursOptions & {timeZone: string} = {timeZone: 'Europe/Paris'};
  try {
    new Intl.DateTimeFormat('fr', {timeZone});
    settings.timeZone = timeZone;
  } catch {
    warn(`time-zone="${timeZone}" is ignored: an IANA name such as Europe/Paris is needed.`);
  }
  if (typeof holidays === 'function' || CALENDARS.includes(holidays)) settings.holidays = holidays;
  else warn(`holidays="${String(holidays)}" is ignored: it is one of ${CALENDARS.join(', ')}.`);
  return settings;
}
