import type {WeekDays} from './shortcuts.js';

/** Regions whose weeks do not start on Monday (CLDR 48, `weekData`), for engines that do not tell. */
const SUNDAY =
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW';
const SATURDAY = 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';
const FRIDAY_WEEKEND = 'BH DZ EG IL IQ JO KW LY OM QA SA SD SY YE';
/** Weekends of other days; 0 is Monday. */
const WEEKENDS: Readonly<Record<string, readonly number[]>> = {
  AF: [3, 4],
  IN: [6],
  IR: [4],
  UG: [6],
};

interface LocaleWeek {
  readonly firstDay: number;
  readonly weekend: readonly number[];
}

/** The week of a language and region, as Intl or, where it does not tell, CLDR has it. */
export function weekOfLocale(locale: string): WeekDays {
  try {
    const tag = new Intl.Locale(locale) as Intl.Locale & {
      getWeekInfo?: () => LocaleWeek;
      weekInfo?: LocaleWeek;
    };
    const info = tag.getWeekInfo?.() ?? tag.weekInfo;
    if (info) return {start: info.firstDay - 1, weekend: info.weekend.map(day => day - 1)};
    const region = tag.maximize().region ?? '';
    const isIn = (regions: string): boolean => regions.split(' ').includes(region);
    return {
      start: isIn(SUNDAY) ? 6 : isIn(SATURDAY) ? 5 : region === 'MV' ? 4 : 0,
      weekend: WEEKENDS[region] ?? (isIn(FRIDAY_WEEKEND) ? [4, 5] : [5, 6]),
    };
  } catch {
    return {start: 0, weekend: [5, 6]};
  }
}
