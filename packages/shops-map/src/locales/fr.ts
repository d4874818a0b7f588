import type {FeedErrorCode} from '@local-widgets/core';

const some = (count: number, one: string, many: string): string => (count < 2 ? one : many);

/** Why the list could not be shown, and what a visitor can do about it. */
const failures: Record<FeedErrorCode, string> = {
  'bad-address': 'L’adresse de la liste n’est pas valide. Prévenez le site, il pourra la corriger.',
  offline: 'Vous semblez hors connexion. Réessayez une fois le réseau revenu.',
  unreachable: 'La liste est injoignable pour le moment. Réessayez dans quelques minutes.',
  'refused-cors':
    'La liste ne peut pas être lue depuis ce site. Prévenez le site, il pourra y remédier.',
  'refused-csp':
    'La liste ne peut pas être lue depuis ce site. Prévenez le site, il pourra y remédier.',
  timeout: 'La liste met trop de temps à répondre. Réessayez dans quelques minutes.',
  'not-found': 'La liste est introuvable : elle a peut-être été déplacée. Prévenez le site.',
  busy: 'Trop de demandes en ce moment. Réessayez dans une minute.',
  http: 'Le serveur de la liste rencontre un problème. Réessayez dans quelques minutes.',
  'too-large': 'La liste est trop volumineuse pour être affichée ici. Prévenez le site.',
  unreadable: 'La liste reçue est illisible. Prévenez le site, il pourra la corriger.',
};

/** The sentences of the map; every other language has the same keys. */
export const fr = {
  label: 'Commerces et producteurs d’ici',
  loading: 'Chargement des adresses…',
  failures: failures as Readonly<Record<FeedErrorCode, string>>,
  retry: 'Réessayer',
  stale: 'La mise à jour a échoué ; voici la dernière liste reçue.',
  partial: (count: number) =>
    some(
      count,
      'Une fiche illisible n’est pas affichée.',
      `${count} fiches illisibles ne sont pas affichées.`,
    ),
  empty: 'Aucune adresse n’est publiée ici pour le moment.',

  search: 'Rechercher',
  searchHint: 'Nom, produit, village…',
  categories: 'Catégories',
  radius: 'Distance',
  anyDistance: 'Toutes distances',
  within: (distance: string) => `À moins de ${distance}`,
  openNow: 'Ouvert maintenant',
  reset: 'Effacer les filtres',

  found: (count: number, formatted: string) =>
    some(count, count === 0 ? 'Aucune adresse' : 'Une adresse', `${formatted} adresses`),
  nearestFirst: 'de la plus proche à la plus éloignée',
  byName: 'par ordre alphabétique',
  ofWhichUnknown: (count: number) =>
    some(count, 'dont une aux horaires inconnus', `dont ${count} aux horaires inconnus`),
  nothing: 'Aucune adresse ne correspond à ces filtres.',
  nothingHint: 'Élargissez la distance ou retirez un filtre.',
  here: (count: number) => `${count} adresses au même endroit`,
  showAll: 'Tout afficher',
  list: 'Liste',
  map: 'Carte',
  view: 'Affichage',
  pages: 'Pages de la liste',
  page: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  previous: 'Précédent',
  next: 'Suivant',

  open: 'Ouvert',
  closed: 'Fermé',
  unknown: 'Horaires non renseignés',
  uncertain: 'Horaires à vérifier',
  closesAt: (time: string) => `ferme à ${time}`,
  closesOn: (day: string, time: string) => `ferme ${day} à ${time}`,
  opensAt: (time: string) => `ouvre à ${time}`,
  opensOn: (day: string, time: string) => `ouvre ${day} à ${time}`,
  always: 'jour et nuit',
  midnight: 'minuit',
  tomorrow: 'demain',
  onDate: (date: string) => `le ${date}`,
  hours: 'Horaires de la semaine',
  today: 'aujourd’hui',
  closedAllDay: 'Fermé',
  span: (opens: string, closes: string) => `${opens} – ${closes}`,
  publicHoliday: 'férié',

  cardLoading: 'Chargement de la fiche…',
  cardFailed: 'La fiche n’a pas pu être chargée. Vérifiez la connexion, puis réessayez.',
  back: 'Retour à la liste',
  call: (phone: string) => `Appeler le ${phone}`,
  write: 'Écrire',
  site: (name: string) => `Site : ${name}`,
  directions: 'Itinéraire',
  directionsApp: 'Ouvrir dans une application',
  address: 'Adresse',
  away: (distance: string) => `à ${distance}`,
  services: 'Services',
  collect: 'Commande à retirer',
  delivery: 'Livraison',
  drive: 'Drive',
  wheelchair: 'Accessible en fauteuil roulant',
  labels: 'Labels',
  products: 'Produits',
  payment: 'Paiement',
  source: 'Source',
  updated: (date: string) => `mis à jour le ${date}`,

  mapLabel: 'Carte des adresses. Flèches pour la déplacer, + et − pour zoomer.',
  skipMap: 'Passer la carte',
  mapLoading: 'Chargement de la carte…',
  mapFailed: 'La carte n’a pas pu être chargée. La liste est complète.',
  tilesFailed: 'Le fond de carte ne répond pas : voici un croquis. Les repères restent exacts.',
  zoomIn: 'Zoomer',
  zoomOut: 'Dézoomer',
  recenter: 'Revenir à la vue de départ',
  youAreHere: 'Centre',
  cluster: (count: number, what: string) => `${count} adresses : ${what}. Zoomer`,
  clusterHere: (count: number, what: string) => `${count} adresses ici : ${what}. Voir la liste`,
};

/** What a translation must bring. */
export type Messages = typeof fr;
