import type {FeedErrorCode} from '@local-widgets/core';

type Failures = Readonly<Record<Exclude<FeedErrorCode, 'offline'>, string>>;

const fr: Failures = {
  'bad-address': 'L’adresse de la liste n’est pas valide. Prévenez le site, il pourra la corriger.',
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

export interface FailureMessages {
  /** Why the list could not be shown, and what a visitor can do about it. */
  readonly failures: Failures;
}

/** They come when something failed; a visitor who is offline is told by the list itself. */
export const failuresFr: FailureMessages = {failures: fr};
