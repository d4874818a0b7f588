/** The sentences of the load of slots; they come with it. */
export const slotsFr = {
  slotsTitle: 'Créneaux',
  slotsEmpty: 'Aucun créneau ce jour-là.',
  slotOrders: 'Commandes',
  slotItems: 'Articles',
  load: (taken: number, capacity: number | undefined) =>
    capacity === undefined ? `${taken}` : `${taken} sur ${capacity}`,
  full: 'complet',
};

export type SlotsMessages = typeof slotsFr;
