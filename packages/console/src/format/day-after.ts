const DAY = 86_400_000;

/** The ISO date so many days later. */
export function dayAfter(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate}T12:00Z`) + days * DAY).toISOString().slice(0, 10);
}
