/** The sentences of a card of ways to get in touch; they come with it. */
export const contactFr = {
  contactTitle: 'Nous joindre',
  contactOf: (name: string) => `Joindre ${name}`,
  contactHint: 'Une question\u202f? Le plus simple\u00a0:',
  callNow: 'Appeler',
  mailNow: 'Écrire un e-mail',
  openingHours: 'Horaires',
  noContact: 'Aucun téléphone ni e-mail n’est indiqué ici.',
};

export type ContactMessages = typeof contactFr;
