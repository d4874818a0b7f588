/** The sentences of the messages that a desk needs before anybody looks at them. */
export const inboxPartFr = {
  tabMessages: 'Messages',
  unreadCount: (count: number) => `${count} à lire`,
  visitor: 'Visiteur',
  newMessage: (name: string) => `Nouveau message de ${name}.`,
  newHeld: (room: string) => `Un message est à valider dans « ${room} ».`,
  offlineMessages: 'Les nouveaux messages n’arrivent plus ici. Nouvel essai automatique.',
  noChat: 'Ce serveur n’a pas de messagerie.',
  unsent: (count: number) =>
    count < 2
      ? 'Une réponse n’est pas encore partie : elle sera perdue.'
      : `${count} réponses ne sont pas encore parties : elles seront perdues.`,

  goAway: 'Absence : prévenir les visiteurs que personne ne répond',
  goAwayShort: 'Absence',
  awayTitle: 'Messagerie en absence',
  awayHint: (text: string) => `Les visiteurs lisent : « ${text} »`,
  awayPlain:
    'Les visiteurs savent que personne ne répond pour l’instant. Ils peuvent laisser un message.',
  comeBack: 'Je suis de retour',
  awayNow: 'Les visiteurs vous savent absent.',
  backNow: 'Les visiteurs vous savent de retour.',
};

export type InboxPartMessages = typeof inboxPartFr;
