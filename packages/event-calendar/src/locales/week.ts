import type {WeekDays} from '@local-widgets/model';

type WeekOf = (locale: string) => WeekDays;

/** As in France. */
const MONDAY: WeekDays = {start: 0, weekend: [5, 6]};

let loaded: WeekOf | undefined;
let loading: Promise<void> | undefined;

const isFrench = (tag: string): boolean => /^fr(-fr)?$/.test(tag);

/** Loads how the weeks of other languages run, with English; undefined when it is known. */
export function loadWeeks(tag: string): Promise<void> | undefined {
  if (loaded || isFrench(tag)) return undefined;
  return (loading ??= import('./en.js')
    .catch(() => ({weekOfLocale: () => MONDAY}))
    .then(({weekOfLocale}) => void (loaded = weekOfLocale)));
}

/** The week of a BCP 47 tag; without what `loadWeeks` brings that of France. */
export function weekOf(tag: string): WeekDays {
  if (!loaded || isFrench(tag)) return MONDAY;
  // plain English is that of Europe, as everywhere in our sentences
  return loaded(tag === 'en' ? 'en-GB' : tag);
}
