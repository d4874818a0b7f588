/** The sentences of the options; they come with them. */
export const moreFr = {
  optionsTitle: 'Options',
  yourConversations: 'Vos conversations',
  withWhom: (name: string, unread: number) =>
    unread > 0 ? `${name} (${unread} non ${unread < 2 ? 'lu' : 'lus'})` : name,
  yourContact: 'Laisser mes coordonnées',
  contactWhy: 'Pour recevoir la réponse même si vous quittez cette page.',
  contactGiven: 'Vos coordonnées ont été données. Vous pouvez les remplacer.',
  save: 'Enregistrer',
  saved: 'Vos coordonnées sont enregistrées.',
  copy: 'Garder une copie',
  downloadCopy: 'Télécharger la conversation',
  mailCopy: 'L’envoyer par e-mail',
  mailSent: (email: string) => `La conversation part vers ${email}.`,
  otherDevice: 'Continuer sur un autre appareil',
  linkWhy: 'Un lien à ouvrir sur l’autre appareil. Il sert une fois, pendant 15 minutes.',
  makeLink: 'Créer le lien',
  theLink: 'Lien de la conversation',
  copyLink: 'Copier',
  copied: 'Le lien est copié.',
  copyFailed: 'La copie n’est pas permise ici\u00a0: sélectionnez le lien.',
  shareLink: 'Partager',
  linkUntil: (time: string) => `Valable jusqu’à ${time}.`,
  yourData: 'Mes données',
  dataWhy: 'Tout ce que ce service garde de vous.',
  downloadData: 'Télécharger mes données',
  endIt: 'Terminer la conversation',
  endWhy: 'Elle reste lisible ici. Pour une autre question, vous en commencerez une nouvelle.',
  endNow: 'Terminer',
  eraseIt: 'Effacer la conversation',
  eraseWhy:
    'Les messages, les images et vos coordonnées sont effacés ici et chez le destinataire. C’est définitif.',
  eraseAllWhy:
    'Vos messages, vos images et votre pseudonyme sont effacés partout. C’est définitif.',
  eraseNow: 'Effacer définitivement',
  leaveIt: 'Quitter le salon',
  leaveWhy: 'Vous pourrez toujours le lire. Ce que vous y avez écrit est effacé.',
  leaveNow: 'Quitter et effacer mes messages',
  eraseAll: 'Tout effacer',
  erased: 'C’est effacé.',
  sorry: 'Cela n’a pas marché. Réessayez dans un moment.',
  fileName: 'conversation',
  fileData: 'mes-donnees',
  fileTitle: (name: string) => `Conversation avec ${name}`,
  followTitle: 'Continuer ici',
  followWhy:
    'Vous avez commencé une conversation sur un autre appareil. La continuer sur celui-ci\u202f?',
  followNow: 'Continuer ici',
  followOther:
    'Cet appareil a déjà ses propres conversations ici. Effacez-les d’abord, ou prenez un autre appareil.',
  followFailed:
    'Ce lien ne sert plus\u00a0: il est valable une fois, pendant 15 minutes. Créez-en un autre sur le premier appareil.',
};

export type MoreMessages = typeof moreFr;
