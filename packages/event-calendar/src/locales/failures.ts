import type {FeedErrorCode} from '@local-widgets/core';

type Failures = Readonly<Record<Exclude<FeedErrorCode, 'offline'>, string>>;

const fr: Failures = {
  'bad-address': 'L’adresse de l’agenda n’est pas valide. Prévenez le site, il pourra la corriger.',
  unreachable: 'L’agenda est injoignable pour le moment. Réessayez dans quelques minutes.',
  'refused-cors':
    'L’agenda ne peut pas être lu depuis ce site. Prévenez le site, il pourra y remédier.',
  'refused-csp':
    'L’agenda ne peut pas être lu depuis ce site. Prévenez le site, il pourra y remédier.',
  timeout: 'L’agenda met trop de temps à répondre. Réessayez dans quelques minutes.',
  'not-found': 'L’agenda est introuvable : il a peut-être été déplacé. Prévenez le site.',
  busy: 'Trop de demandes en ce moment. Réessayez dans une minute.',
  http: 'Le serveur de l’agenda rencontre un problème. Réessayez dans quelques minutes.',
  'too-large': 'L’agenda est trop volumineux pour être affiché ici. Prévenez le site.',
  unreadable: 'L’agenda reçu est illisible. Prévenez le site, il pourra le corriger.',
};

export interface FailureMessages {
  /** Why the agenda could not be shown, and what a visitor can do about it. */
  readonly failures: Failures;
}

/** They come when something failed; a visitor who is offline is told by the agenda itself. */
export const failuresFr: FailureMessages = {failures: fr};
