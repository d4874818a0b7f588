import type {ReportReason} from '@local-widgets/model/schemas.js';

/** The sentences of rooms where neighbours meet; they come with them. */
export const roomFr = {
  join: 'Participer',
  joinTitle: 'Participer au salon',
  readOnly: 'Vous pouvez lire. Pour écrire, choisissez un pseudonyme et acceptez les règles.',
  nobodyYet: 'Personne n’a encore écrit ici. Le premier message peut être le vôtre.',
  rulesChanged: 'Les règles ont changé. Acceptez-les pour continuer à écrire.',
  rules: 'Règles du salon',
  nickname: 'Pseudonyme',
  nicknameHint: 'Visible de tous. Évitez votre nom complet.',
  nicknameMissing: 'Choisissez un pseudonyme, par exemple Rozenn ou Voisin-du-12.',
  nicknameTaken: 'Ce pseudonyme est déjà pris. Choisissez-en un autre.',
  accept: 'J’ai lu les règles et je les accepte.',
  acceptMissing: 'Cochez la case pour accepter les règles.',
  publicDays: (days: number) =>
    `Vos messages sont publics, et gardés ${days < 2 ? 'un jour' : `${days} jours`}.`,
  enter: 'Entrer',
  roomClosed: 'Le salon est fermé.',
  roomOpens: (when: string) => `Le salon est fermé. On peut y écrire à partir de ${when}.`,
  slow: (seconds: number) => `Un message toutes les ${wait(seconds)}.`,
  nextIn: (seconds: number) =>
    `Prochain message dans ${seconds < 2 ? 'une seconde' : wait(seconds)}.`,
  premoderated: 'Chaque message est lu par la modération avant d’être publié.',
  report: 'Signaler ce message',
  reportTitle: 'Signaler un message',
  reported: (name: string) => `Message de ${name}\u00a0:`,
  whyReport: 'Pourquoi ne devrait-il pas être là\u202f?',
  reason: (reason: ReportReason) => REASONS[reason],
  explanation: 'Expliquez en quelques mots',
  explanationMissing: 'Expliquez pourquoi, en quelques mots.',
  reasonMissing: 'Choisissez un motif.',
  goodFaith: 'Je pense de bonne foi que ce signalement est exact et complet.',
  goodFaithMissing: 'Cochez la case pour envoyer le signalement.',
  reportEmail: 'E-mail, pour connaître la décision',
  sendReport: 'Envoyer le signalement',
  reportSent:
    'Merci. La modération a reçu votre signalement et décidera. Si vous avez donné un e-mail, vous saurez la décision et ses raisons.',
  reportFailed: 'Le signalement n’est pas parti. Réessayez dans un moment.',
  joinFailed: 'Vous n’avez pas pu entrer. Réessayez dans un moment.',
  joinBlocked: 'Vous ne pouvez plus écrire dans ce salon.',
};

const wait = (seconds: number): string =>
  seconds < 2
    ? 'seconde'
    : seconds < 120
      ? `${seconds} secondes`
      : `${Math.round(seconds / 60)} minutes`;

const REASONS: Readonly<Record<ReportReason, string>> = {
  illegal: 'C’est illégal',
  hate: 'Haine ou discrimination',
  harassment: 'Harcèlement ou menace',
  'personal-data': 'Données personnelles de quelqu’un',
  spam: 'Publicité ou message indésirable',
  rules: 'Contraire aux règles du salon',
};

export type RoomMessages = typeof roomFr;
