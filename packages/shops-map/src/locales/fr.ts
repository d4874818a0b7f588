import {categoryById, type CategoryId} from '@local-widgets/model';

const some = (count: number, one: string, many: string): string => (count < 2 ? one : many);

/** The sentences of the list. */
export const fr = {
  category: (id: CategoryId) => categoryById(id).label,

  label: 'Commerces et producteurs d’ici',
  loading: 'Chargement des adresses…',
  offline: 'Vous semblez hors connexion. Réessayez une fois le réseau revenu.',
  failed: 'La liste n’a pas pu être chargée. Réessayez dans quelques minutes.',
  retry: 'Réessayer',
  sourceFailed: (name: string) => `La liste de ${name} n’a pas pu être chargée.`,
  partial: (count: number) =>
    some(
      count,
      'Une fiche illisible n’est pas affichée.',
      `${count} fiches illisibles ne sont pas affichées.`,
    ),
  empty: 'Aucune adresse n’est publiée ici pour le moment.',
  categories: 'Catégories',
  reset: 'Effacer les filtres',
  found: (count: number, formatted: string) =>
    some(count, count === 0 ? 'Aucune adresse' : 'Une adresse', `${formatted} adresses`),
  nearestFirst: 'de la plus proche à la plus éloignée',
  byName: 'par ordre alphabétique',
  bestFirst: 'par pertinence',
  openFirst: 'ouvertes d’abord',
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
  cardLoading: 'Chargement de la fiche…',
  cardFailed: 'La fiche n’a pas pu être chargée. Vérifiez la connexion, puis réessayez.',
  back: 'Retour à la liste',
  call: (phone: string) => `Appeler le ${phone}`,
  mapLoading: 'Chargement de la carte…',
  mapFailed: 'La carte n’a pas pu être chargée. La liste est complète.',
};

export type ListMessages = typeof fr;
