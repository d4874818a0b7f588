/** What the bridges say to who answers, in French. */
export const fr = {
  /** Of a visitor who gave no name. */
  visitor: 'Visiteur',
  /** What a colleague, or the hub, answered elsewhere. */
  elsewhere: (who: string, text: string) => `↪ ${who}\u00a0: ${text}`,
  automatic: 'Réponse automatique',
  colleague: 'Vous ou un collègue',
  picture: (alt: string | undefined, url: string) => `${alt ?? 'Image'}\u00a0: ${url}`,
  deleted: (who: string) => `${who} a retiré un message.`,
  ended: (who: string) => `${who} a mis fin à la conversation.`,
  reopened: (who: string) => `${who} a repris la conversation.`,
  endedByShop: 'La conversation est terminée.',
  filesLeftOut: (names: string) => `Pièces jointes non transmises\u00a0: ${names}`,
  roomTopic: (shop: string, page: string | undefined) =>
    page === undefined ? `Conversation avec ${shop}` : `Conversation avec ${shop}, depuis ${page}`,
  online: 'En ligne sur le site',
  hubName: 'Conversations avec vos visiteurs',
  refused: {
    unknown: 'Cette adresse ne correspond à aucune conversation.',
    notYours: 'Seule l’adresse réglée dans le bureau de la boutique peut répondre ici.',
    encrypted:
      'Message non transmis\u00a0: il est chiffré, et la page du visiteur ne peut pas le lire. Désactivez le chiffrement (OMEMO) de ce contact.',
    ended: 'Message non transmis\u00a0: la conversation est terminée.',
    tooLong: 'Message non transmis\u00a0: il est trop long.',
    file: 'Fichier non transmis\u00a0: seules les images JPEG, PNG et WebP passent.',
    picture: 'Image non transmise\u00a0: elle n’a pas pu être lue, ou elle est trop grande.',
    empty: 'Message non transmis\u00a0: il est vide.',
    other: 'Message non transmis. Réessayez.',
  },
};

export type BridgeWords = typeof fr;
