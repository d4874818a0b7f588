/** The sentences of the panel; they come with it. */
export const panelFr = {
  back: 'Retour',
  options: 'Options de la conversation',
  labelled: (label: string, text: string) => `${label}\u00a0: ${text}`,
  newWindow: '(nouvelle fenêtre)',
  loading: 'Chargement de la discussion…',
  isThere: 'Quelqu’un est là pour vous répondre.',
  answersIn: (minutes: number) =>
    minutes < 2
      ? 'Répond en général dans la minute.'
      : minutes < 60
        ? `Répond en général en ${minutes} minutes.`
        : minutes < 120
          ? 'Répond en général dans l’heure ou les deux heures.'
          : `Répond en général en ${Math.round(minutes / 60)} heures.`,
  closedUntil: (when: string) => `Fermé. Réponse à partir de ${when}.`,
  closedNow: 'Fermé pour le moment.',
  awayNow: 'Personne ne peut répondre pour le moment.',
  leaveMessage: 'Laissez un message\u00a0: on vous répondra par e-mail ou par téléphone.',
  tomorrow: (time: string) => `demain à ${time}`,
  onDay: (day: string, time: string) => `${day} à ${time}`,
  noAnswer: 'La discussion ne répond pas pour le moment. Nouvel essai automatique.',
  lastNews: (when: string) => `Dernières nouvelles reçues le ${when}.`,
  notHere: 'La discussion n’est pas proposée pour le moment.',
  partMissing: 'Cette partie n’a pas pu être chargée. Réessayez.',
  yourMessage: 'Votre message',
  send: 'Envoyer',
  attach: 'Joindre une image',
  left: (count: number) => (count < 2 ? `Encore ${count} caractère` : `Encore ${count} caractères`),
  tooLong: (count: number) =>
    count < 2
      ? `Message trop long\u00a0: enlevez ${count} caractère.`
      : `Message trop long\u00a0: enlevez ${count} caractères.`,
  emptyMessage: 'Écrivez votre message.',
  consent: (days: number) =>
    `En envoyant, vous acceptez que vos messages soient conservés ${days < 2 ? 'un jour' : `${days} jours`} pour vous répondre, puis effacés.`,
  privacy: 'Vos données',
  name: 'Prénom ou nom',
  email: 'E-mail',
  telephone: 'Téléphone',
  optional: 'facultatif',
  howToAnswer: 'Comment vous répondre\u202f?',
  oneOfBoth: 'Indiquez un e-mail ou un téléphone, pour qu’on puisse vous répondre.',
  emailWrong: 'Cette adresse semble incomplète. Exemple\u00a0: claire@exemple.fr',
  telephoneWrong: 'Ce numéro semble incomplet. Exemple\u00a0: 06 12 34 56 78',
};

export type PanelMessages = typeof panelFr;
