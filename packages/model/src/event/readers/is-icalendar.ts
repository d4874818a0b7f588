/** Whether a text looks like a calendar: what is before the first component does not matter. */
export const isICalendar = (text: string): boolean =>
  /^\s*BEGIN:(?:VCALENDAR|VEVENT)\s*$/im.test(text.slice(0, 20_000));
