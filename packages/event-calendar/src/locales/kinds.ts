import type {EventAccessibility, EventSetting} from '@local-widgets/model';

type Accessibilities = Readonly<Record<EventAccessibility, string>>;
type Settings = Readonly<Record<EventSetting, string>>;

const accessibilities: Accessibilities = {
  hearing: 'Handicap auditif',
  visual: 'Handicap visuel',
  mobility: 'Handicap moteur',
  intellectual: 'Handicap intellectuel',
  psychic: 'Handicap psychique',
};

const settings: Settings = {
  indoor: 'En intérieur',
  outdoor: 'En plein air',
  both: 'En intérieur et en plein air',
};

/** What filters and the dialog of an event both say of events; it comes with either. */
export const kindsFr = {accessibilities, settings};
