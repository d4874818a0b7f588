/** What the desk's routes say to merchants in French; the other languages have the same keys. */
export const fr = {
  noSuchDay: 'Ce jour n’existe pas.',
  noSuchZone: 'Ce fuseau horaire n’est pas connu (exemple : Europe/Paris).',
  badHours: 'Ces horaires ne sont pas compris (exemple : Mo-Sa 08:00-12:30,15:00-19:00).',
  closureBackwards: 'La fermeture finit avant de commencer.',
  modeTwice: 'Ce mode de retrait est donné deux fois.',
  zonesNeeded: 'Indiquez au moins une zone de livraison.',
  zonesElsewhere: 'Seule la livraison a des zones.',
  distributionBackwards: 'La fin doit venir après le début.',
  badOrigin: 'Écrivez une origine, sans chemin (exemple : https://mairie.example), ou *.',
  noProvider: 'Ce serveur n’est relié à aucun service de paiement en ligne.',
  idTaken: 'Ce nom est déjà pris.',
  otherProduct: 'L’identifiant ne correspond pas à l’adresse.',
  unreadableCatalogue: 'Ce fichier n’est pas un catalogue que nous savons lire (CSV ou JSON).',
  'not-an-url': 'L’adresse n’est pas complète (exemple : https://caisse.example/crochets).',
  'not-https': 'L’adresse doit commencer par https://.',
  'has-credentials': 'L’adresse ne doit pas contenir d’identifiants.',
  'not-public': 'Cette adresse n’est pas sur l’Internet public.',
};

export type DeskWords = Record<keyof typeof fr, string>;
