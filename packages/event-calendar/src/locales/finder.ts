import {addressFr, type AddressMessages} from '@local-widgets/core';
import type {AgeGroup, EventFacet} from '@local-widgets/model';
import {kindsFr} from './kinds.js';

type Facets = Readonly<Record<EventFacet, string>>;
type Ages = Readonly<Record<AgeGroup, string>>;

const facets: Facets = {
  category: 'Catégorie',
  age: 'Âge',
  free: 'Prix',
  place: 'Lieu',
  audience: 'Public',
  accessibility: 'Accessibilité',
  setting: 'Cadre',
  language: 'Langue',
  source: 'Agenda',
};

const ageGroups: Ages = {
  toddlers: 'Tout-petits (0–2 ans)',
  children: 'Enfants (3–11 ans)',
  teenagers: 'Ados (12–17 ans)',
  adults: 'Adultes',
};

const finderFrOwn = {
  ...kindsFr,
  facets,
  ageGroups,
  remove: (what: string) => `Retirer le filtre : ${what}`,
  active: 'Filtres actifs',
  isFree: 'Gratuit',
  isPaid: 'Payant',
  dates: 'Dates',
  from: 'Du',
  to: 'Au',
  nearLegend: 'Autour de…',
  distance: 'Distance',
  anyDistance: 'Partout',
  within: (distance: string) => `Moins de ${distance}`,
  nearTo: (place: string) => `Près de ${place}`,
  myPosition: 'ma position',
  positionStays: 'Votre position ne quitte pas cette page.',
  showResults: (count: string) => `Voir les résultats (${count})`,
  clearFilters: 'Effacer les filtres',
  moreValues: (count: number) => `Afficher tout (${count})`,
  daysFromTo: (from: string, to: string) => (from === to ? from : `du ${from} au ${to}`),
};

export type FinderMessages = typeof finderFrOwn & AddressMessages;

/** The sentences of the panel of filters; they come with it. */
export const finderFr: FinderMessages = {...addressFr, ...finderFrOwn};
