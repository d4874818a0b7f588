/** What the hub says around embedding, in French; the other languages have the same keys. */
export const fr = {
  names: {
    'shops-map': 'Commerces et producteurs',
    'collect-button': 'Commander et retirer sur place',
    chat: 'Discuter',
    'event-calendar': 'Agenda',
  },
  source: (host: string) => `Voir la liste à sa source (${host})`,
  needsScript: 'Il faut JavaScript pour utiliser cette partie de la page.',
  call: (telephone: string) => `Appeler le ${telephone}`,
  site: 'Aller au site du commerce',
  problem: 'Ce cadre ne peut pas être affiché',
  needs: (attributes: string) => `L’adresse de ce cadre doit donner au moins : ${attributes}.`,
  badValue: (name: string) => `La valeur de « ${name} » n’est pas possible dans un cadre.`,
  badAddress: (name: string) => `« ${name} » doit contenir des adresses https.`,
  noSuchWidget: (names: string) => `Ce widget n’existe pas. Il y a : ${names}.`,
  otherVersion: (asked: string, served: string) =>
    `La version ${asked} n’est pas ici. Ce hub sert la version ${served}.`,
  noSuchFile: (version: string) => `Ce fichier ne fait pas partie de la version ${version}.`,
  notOurs: 'Cette adresse n’est pas celle d’un cadre de ce hub.',
  jsonOnly: 'Seul le format json est possible.',
};

export type EmbedWords = typeof fr;
