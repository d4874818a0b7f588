/** What the chat says in French; English has the same keys. */
export const fr = {
  notAPicture: 'Ce fichier n’est pas une image JPEG, PNG ou WebP que l’on peut lire.',
  pictureTooLarge: (pixels: number) => `L’image doit avoir au plus ${pixels} pixels de côté.`,
  otherDevice: 'Cet appareil a déjà d’autres conversations.',
  linkUsed: 'Ce lien a expiré, ou a déjà servi.',
  noPerson: 'Cette personne ne travaille pas ici.',
  needsSession: 'Connectez-vous vous-même : un programme ne reçoit pas de notifications.',
  badEndpoint: 'Cette adresse ne peut pas recevoir de notifications.',
  idTaken: 'Cet identifiant est déjà pris.',
};

export type ChatWords = typeof fr;
