import type {ChatProblem} from '../client/chat-error.js';

/** The sentences about messages; they come with what carries them. */
export const talkFr = {
  you: 'Vous',
  visitor: 'Visiteur',
  todayName: 'Aujourd’hui',
  yesterdayName: 'Hier',
  offline: 'Connexion interrompue. Vos messages attendent ici et partiront d’eux-mêmes.',
  limited: (seconds: number) =>
    `Trop de messages à la fois. Le vôtre partira dans ${seconds < 2 ? 'une seconde' : `${seconds} secondes`}.`,
  proving: (percent: number) => `Vérification contre les robots… ${percent} %`,
  volatile:
    'Votre navigateur ne garde rien\u00a0: cette conversation sera perdue quand vous quitterez la page.',
  gone: 'Cette conversation n’existe plus.',
  ended: 'La conversation est terminée.',
  startAnew: 'Nouvelle conversation',
  log: 'Messages',
  older: 'Messages plus anciens',
  elsewhere: (count: number, name: string) =>
    `${count < 2 ? 'Un nouveau message' : `${count} nouveaux messages`} de ${name}`,
  types: (name: string) => `${name} écrit…`,
  someoneTypes: 'Quelqu’un écrit…',
  deleted: 'Message supprimé.',
  removed: (reason: string) => `Message retiré par la modération. Motif\u00a0: ${reason}`,
  contest: 'Pour contester, répondez-nous par e-mail ou par téléphone.',
  held: 'En attente de validation.',
  state: {pending: 'En attente', sent: 'Envoyé', delivered: 'Distribué', read: 'Lu'},
  said: {
    pending: '',
    sent: 'Message envoyé.',
    delivered: 'Message distribué.',
    read: 'Message lu.',
    held: 'Message en attente de validation.',
    failed: 'Message non envoyé.',
  },
  problem: (code: ChatProblem): string => PROBLEMS[code] ?? 'Message refusé.',
  retry: 'Renvoyer',
  discard: 'Abandonner',
  takeBack: 'Supprimer ce message',
  sureTakeBack: 'Supprimer ce message pour tous\u202f?',
  yesDelete: 'Supprimer',
  keepIt: 'Garder',
  takeBackFailed: 'Le message n’a pas pu être supprimé.',
  enlarge: (alt: string) => (alt ? `Agrandir l’image\u00a0: ${alt}` : 'Agrandir l’image'),
};

const PROBLEMS: Readonly<Partial<Record<ChatProblem, string>>> = {
  'blocked-word': 'Ce message contient un mot refusé ici.',
  blocked: 'Vous ne pouvez plus écrire ici.',
  'room-closed': 'Le salon est fermé en ce moment.',
  ended: 'La conversation est terminée.',
  'not-found': 'Cette conversation n’existe plus.',
  'too-large': 'C’est trop grand pour être envoyé.',
  'image-lost': 'L’image n’a pas pu être gardée. Joignez-la de nouveau.',
  'rules-not-accepted': 'Les règles du salon ont changé\u00a0: relisez-les.',
};

export type TalkMessages = typeof talkFr;
