import type {FeedErrorCode} from '@local-widgets/core';
import {categoryById, type CategoryId} from '@local-widgets/model';

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

/** The sentences of the list. */
export const fr = {
  category: (id: CategoryId) => categoryById(id).label,

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
  anyDistance: 'Partout',
  within: (distance: string) => `Moins de ${distance}`,
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
  cardLoading: 'Chargement de la fiche…',
  cardFailed: 'La fiche n’a pas pu être chargée. Vérifiez la connexion, puis réessayez.',
  back: 'Retour à la liste',
  call: (phone: string) => `Appeler le ${phone}`,
  mapLoading: 'Chargement de la carte…',
  mapFailed: 'La carte n’a pas pu être chargée. La liste est complète.',
};

export type ListMessages = typeof fr;
