import type {FeedErrorCode} from '@local-widgets/core';

/** What visitors must read, word for word, whatever the sources call it. */
export interface Sentences {
  readonly failures: Readonly<Record<FeedErrorCode, string>>;
  readonly loading: string;
  readonly empty: string;
  readonly retry: string;
  readonly back: string;
  readonly next: string;
  readonly twoFound: string;
  readonly fiveLeftOut: string;
}

const fr: Sentences = {
  failures: {
    'bad-address':
      'L’adresse de la liste n’est pas valide. Prévenez le site, il pourra la corriger.',
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
  },
  loading: 'Chargement des adresses…',
  empty: 'Aucune adresse n’est publiée ici pour le moment.',
  retry: 'Réessayer',
  back: 'Retour à la liste',
  next: 'Suivant',
  twoFound: '2 adresses',
  fiveLeftOut: '5 fiches illisibles ne sont pas affichées.',
};

const en: Sentences = {
  failures: {
    'bad-address': 'The address of the list is not valid. Please tell the site.',
    offline: 'You seem to be offline. Try again when the network is back.',
    unreachable: 'The list cannot be reached for now. Try again in a few minutes.',
    'refused-cors': 'The list cannot be read from this site. Please tell the site.',
    'refused-csp': 'The list cannot be read from this site. Please tell the site.',
    timeout: 'The list takes too long to answer. Try again in a few minutes.',
    'not-found': 'The list cannot be found; it may have moved. Please tell the site.',
    busy: 'Too many requests right now. Try again in a minute.',
    http: 'The server of the list has a problem. Try again in a few minutes.',
    'too-large': 'The list is too large to be shown here. Please tell the site.',
    unreadable: 'The list that arrived cannot be read. Please tell the site.',
  },
  loading: 'Loading the addresses…',
  empty: 'No address is published here for now.',
  retry: 'Try again',
  back: 'Back to the list',
  next: 'Next',
  twoFound: '2 addresses',
  fiveLeftOut: '5 unreadable entries are not shown.',
};

export const sentences = {fr, en};
