import {addressFr, type AddressMessages} from '@local-widgets/core';

const finderFrOwn = {
  when: 'Ouvert',
  anyTime: 'Peu importe',
  now: 'Maintenant',
  atMoment: 'Un autre moment',
  day: 'Jour',
  hour: 'Heure',
  unknownHoursKept: 'Les adresses aux horaires inconnus restent affichées, après les autres.',
  showResults: (count: string) => `Voir les résultats (${count})`,
  clearFilters: 'Effacer les filtres',
  myPosition: 'ma position',
  nearIntro: 'Les distances sont comptées depuis ce lieu.',
  positionStays: 'Votre position ne quitte pas cette page.',
};

export type FinderMessages = typeof finderFrOwn & AddressMessages;

/** The sentences of the panels of filters; they come with them. */
export const finderFr: FinderMessages = {...addressFr, ...finderFrOwn};
