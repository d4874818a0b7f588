import {
  placesToCsv,
  placesToGeoJson,
  placesToVCard,
  toJson,
  type CategoryId,
  type Place,
} from '@local-widgets/model';
import type {Messages} from '../locales/index.js';
import {VCARD} from './contact.js';

type Words = Pick<Messages, 'asCsv' | 'asVCard' | 'asGeoJson'>;

export interface FileKind {
  readonly label: keyof Words;
  readonly extension: string;
  readonly type: string;
  write(places: readonly Place[], labelOf: (id: CategoryId) => string): string;
}

/** The files that a visitor can take along, the one for most people first. */
export const FILE_KINDS: readonly FileKind[] = [
  {
    label: 'asCsv',
    extension: 'csv',
    type: 'text/csv',
    write: (places, labelOf) => placesToCsv(places, {labelOf}),
  },
  {
    label: 'asVCard',
    extension: 'vcf',
    type: VCARD,
    write: (places, labelOf) => placesToVCard(places, {labelOf}),
  },
  {
    label: 'asGeoJson',
    extension: 'geojson',
    type: 'application/geo+json',
    write: places => toJson(placesToGeoJson(places)),
  },
];
