/** The sentences on paper; they come with it. */
export const printFr = {
  ordersOn: (day: string) => `Commandes, ${day}`,
  preparationOn: (day: string) => `Préparation, ${day}`,
  toCollect: 'Retrait',
  slotTime: 'Horaire',
};

export type PrintMessages = typeof printFr;
