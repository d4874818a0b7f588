import {holidayNameOf, isoOfDay, type HolidayCalendar} from '@local-widgets/model';

/** The name of the public holiday that a day is. */
export function holidayName(
  day: number,
  calendar: HolidayCalendar,
  language: string,
): string | undefined {
  const name = holidayNameOf(isoOfDay(day), calendar);
  return name && (language.startsWith('fr') ? name.fr : name.en);
}
