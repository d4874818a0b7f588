/** The sentences of the button itself. */
export const fr = {
  /** BCP 47 tag for numbers in sentences that are made later. */
  locale: 'fr',
  talk: 'Discuter',
  joinRoom: 'Ouvrir le salon',
  contact: 'Nous joindre',
  unread: (count: number) =>
    count < 2 ? `${count} nouveau message` : `${count} nouveaux messages`,
  opening: 'Ouverture…',
  openFailed:
    'La discussion n’a pas pu s’ouvrir. Vérifiez la connexion et réessayez, ou joignez-nous autrement.',
  call: (phone: string) => `Appeler le ${phone}`,
  write: (email: string) => `Écrire à ${email}`,
};

export type FaceMessages = typeof fr;
