/** Whether a text looks like a calendar: what is before the first component does not matter. */
export const isICalendar = (text: string): boolean =>
  /^[ \t\xa0\ufeff]*BEGIN:(?:VCALENDAR|VEVENT)[ \t]*$/im.test(text.slice(0, 20_000));
