import {kindsFr} from './kinds.js';

/** The sentences of the dialog with everything about one event; they come with it. */
export const detailsFr = {
  ...kindsFr,
  close: 'Fermer',
  fromTo: (from: string, to: string) => `du ${from} au ${to}`,
  nextDates: 'Prochaines dates',
  otherDates: (count: number) => (count < 2 ? 'et une autre date' : `et ${count} autres dates`),
  isPast: 'Cet évènement est passé.',
  insteadOf: (date: string) => `Initialement prévu ${date}`,
  notices: {
    cancelled: 'Cet évènement est annulé.',
    postponed: 'Cet évènement est reporté, la nouvelle date n’est pas connue.',
    rescheduled: 'La date a changé.',
    tentative: 'Cet évènement reste à confirmer.',
    'moved-online': 'Cet évènement se tient en ligne.',
    full: 'Cet évènement est complet.',
  },
  directions: 'Itinéraire',
  directionsApp: 'Application de cet appareil',
  onMap: 'Voir sur la carte',
  joinOnline: 'Participer en ligne',
  price: 'Tarif',
  paid: 'Payant',
  priceTo: (from: string, to: string) => `de ${from} à ${to}`,
  register: 'S’inscrire ou réserver',
  placesLeft: (count: number) =>
    count === 0
      ? 'Plus de place'
      : count === 1
        ? 'Une place restante'
        : `${count} places restantes`,
  call: (phone: string) => `Appeler le ${phone}`,
  write: 'Écrire',
  site: (name: string) => `Voir ${name}`,
  categories: 'Catégorie',
  audience: 'Public',
  ages: (min: number | undefined, max: number | undefined) =>
    max === undefined
      ? `dès ${min} ans`
      : min === undefined
        ? `jusqu’à ${max} ans`
        : min === max
          ? `${min} ans`
          : `de ${min} à ${max} ans`,
  accessibility: 'Accessibilité',
  setting: 'Cadre',
  inLanguage: 'Langue',
  organizer: 'Organisé par',
  photoBy: (who: string) => `Photo : ${who}`,
  addToCalendar: 'Ajouter à mon agenda',
  icsFile: 'Fichier .ics (Apple, Thunderbird…)',
  icsSeries: 'Fichier .ics de toutes les dates',
  shareEvent: 'Partager cet évènement',
  report: 'Signaler une erreur',
  reportSubject: (name: string) => `Erreur dans l’agenda : ${name}`,
  source: 'Source :',
  updated: (date: string) => `mis à jour le ${date}`,
};

export type DetailsMessages = typeof detailsFr;
