import type {EventStatus} from '@local-widgets/model';
import type {View} from '../state/attributes.js';

/** Words on an event that is not simply on. */
type Statuses = Readonly<Record<Exclude<EventStatus, 'scheduled'>, string>>;

const statuses: Statuses = {
  tentative: 'À confirmer',
  cancelled: 'Annulé',
  postponed: 'Reporté',
  rescheduled: 'Nouvelle date',
  'moved-online': 'En ligne',
  full: 'Complet',
};

const views: Readonly<Record<View, string>> = {
  agenda: 'Agenda',
  month: 'Mois',
  week: 'Semaine',
  day: 'Jour',
  cards: 'Vignettes',
};

/** The sentences of agenda and month. */
export const fr = {
  label: 'Agenda',
  loading: 'Chargement de l’agenda…',
  offline: 'Vous semblez hors connexion. Réessayez une fois le réseau revenu.',
  failed: 'L’agenda n’a pas pu être chargé. Réessayez dans quelques minutes.',
  retry: 'Réessayer',
  sourceFailed: (name: string) => `L’agenda « ${name} » n’a pas pu être chargé.`,
  stale: (when: string) => `La mise à jour a échoué ; voici l’agenda reçu le ${when}.`,
  partial: (count: number) =>
    count < 2
      ? 'Un évènement illisible n’est pas affiché.'
      : `${count} évènements illisibles ne sont pas affichés.`,
  empty: 'Aucun évènement n’est publié ici pour le moment.',

  view: 'Affichage',
  views,
  viewLoading: 'Chargement…',
  partFailed: 'Cette partie n’a pas pu être chargée. Vérifiez la connexion, puis réessayez.',
  when: 'Quand',
  anyDay: 'À venir',
  today: 'Aujourd’hui',
  tomorrow: 'Demain',
  'this-weekend': 'Ce week-end',
  'this-week': 'Cette semaine',
  previous: {month: 'Mois précédent', week: 'Semaine précédente', day: 'Jour précédent'},
  next: {month: 'Mois suivant', week: 'Semaine suivante', day: 'Jour suivant'},
  weekOf: (date: string) => `semaine du ${date}`,

  search: 'Rechercher',
  searchHint: 'Concert, marché, lieu…',
  filters: 'Filtres',
  filtersOn: (count: number) => `Filtres (${count})`,
  share: 'Partager',

  upcoming: (count: number, formatted: string) =>
    count < 2 ? 'un évènement à venir' : `${formatted} évènements à venir`,
  events: (count: number, formatted: string) =>
    count === 0 ? 'aucun évènement' : count < 2 ? '1 évènement' : `${formatted} évènements`,
  ongoing: 'En ce moment',
  until: (date: string) => `jusqu’au ${date}`,
  allDay: 'toute la journée',
  onNow: 'en cours',
  free: 'Gratuit',
  online: 'En ligne',
  statuses,
  unnamed: 'Évènement sans titre',
  showMore: (count: string) => `Afficher plus d’évènements (${count})`,
  showOngoing: (count: number) => `Afficher tout ce qui se passe en ce moment (${count})`,
  more: (count: number) => `+${count} de plus`,
  nothing: 'Aucun évènement ne correspond à ces filtres.',
  nothingToCome: 'Aucun évènement à venir pour le moment.',
  nothingAt: (place: string) => `Aucun évènement à venir : ${place}.`,
  nothingThen: 'Aucun évènement ces jours-là.',
  nothingThatDay: 'Aucun évènement ce jour-là.',
  latestPast: 'Derniers évènements passés',
  showAll: 'Voir tout l’agenda',
  atPlace: (place: string) => `Évènements : ${place}`,
  closePanel: 'Fermer',
};

export type ListMessages = typeof fr;
