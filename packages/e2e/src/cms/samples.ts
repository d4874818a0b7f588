import {readFileSync} from 'node:fs';

/** The shops of the example town. */
export const places = (): Buffer =>
  readFileSync(new URL('../../../../examples/town/data/shops.geojson', import.meta.url));

const EVENT = 'Concert de l’école “d’été”';

/** An agenda with one event, in some days. */
export function agenda(): string {
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sainte-Aubrette//Agenda//FR',
    'BEGIN:VEVENT',
    'UID:one@commune.example',
    `DTSTAMP:${day}T000000Z`,
    `DTSTART:${day}T170000Z`,
    `DTEND:${day}T190000Z`,
    `SUMMARY:${EVENT}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

/** A widget with attributes under which it shows something without any server. */
export interface Sample {
  readonly name: string;
  readonly values: Readonly<Record<string, string | boolean>>;
  /** What people then read in it. */
  readonly text: string;
}

export const samples = (addresses: {places: string; agenda: string}): Sample[] => [
  {
    name: 'shops-map',
    values: {
      src: addresses.places,
      center: '0.5247,48.4086',
      'radius-km': '15',
      tiles: 'none',
      'json-ld': true,
    },
    text: 'Boulangerie Lecourbe',
  },
  {
    name: 'event-calendar',
    values: {src: addresses.agenda, holidays: 'none'},
    text: EVENT,
  },
  {
    name: 'collect-button',
    values: {phone: '02 61 91 14 07', 'shop-name': 'Le Fournil'},
    text: 'Commander',
  },
  {
    name: 'chat',
    values: {phone: '02 33 00 00 00', 'shop-name': 'La « mairie » d’ici', layout: 'inline'},
    text: 'La « mairie » d’ici',
  },
];
