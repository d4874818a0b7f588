/** Who is measured: our element, and what one would use instead. */
export const CONTENDERS = ['ours', 'fullcalendar', 'eventcalendar'] as const;

export type ContenderName = (typeof CONTENDERS)[number];
