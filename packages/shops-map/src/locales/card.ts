/** The sentences of a place's card; they come with it. */
export const cardFr = {
  exceptions: 'Jours exceptionnels',
  fromTo: (from: string, to: string) => `du ${from} au ${to}`,
  order: 'Commander',
  chat: 'Discuter',
  events: 'Agenda du lieu',
  saveContact: 'Ajouter aux contacts',
  report: 'Signaler une erreur',
  reportSubject: (name: string) => `Erreur sur la fiche « ${name} »`,
  reportToOsm: 'Signaler une erreur à OpenStreetMap',
  hours: 'Horaires de la semaine',
  today: 'aujourd’hui',
  closedAllDay: 'Fermé',
  span: (opens: string, closes: string) => `${opens} – ${closes}`,
  publicHoliday: 'férié',
  write: 'Écrire',
  site: (name: string) => `Site : ${name}`,
  directions: 'Itinéraire',
  directionsApp: 'Application de cet appareil',
  postalAddress: 'Adresse',
  away: (distance: string) => `à ${distance}`,
  products: 'Produits',
  sources: (count: number): string => (count > 1 ? 'Sources :' : 'Source :'),
  updated: (date: string) => `mis à jour le ${date}`,
};

export type CardMessages = typeof cardFr;
