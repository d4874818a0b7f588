/** The sentences of the button itself. */
export const fr = {
  /** BCP 47 tag for numbers in sentences that are made later. */
  locale: 'fr',
  order: 'Commander',
  add: 'Ajouter au panier',
  inBasket: (count: number) =>
    count < 2 ? `${count} article au panier` : `${count} articles au panier`,
  thisInBasket: (count: number) => `${count} au panier`,
  opening: 'Ouverture de la commande…',
  openFailed:
    'La commande en ligne n’a pas pu s’ouvrir. Vérifiez la connexion et réessayez, ou joignez le commerce.',
  call: (phone: string) => `Appeler le ${phone}`,
  write: (email: string) => `Écrire à ${email}`,
  notSent: 'Votre commande n’est pas encore envoyée.',
  refused: 'Votre commande n’a pas été acceptée.',
  see: 'La voir',
  placed: (code: string) => `Commande ${code} bien reçue.`,
};

export type FaceMessages = typeof fr;
