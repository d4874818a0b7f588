/** The sentences of the preparation list; they come with it. */
export const preparationFr = {
  preparationTitle: 'À préparer',
  preparationEmpty: 'Rien à préparer ce jour-là.',
  prepared: (done: number, all: number) => `${done} sur ${all} produits prêts`,
  atTime: (time: string, count: number) => `${time} : ${count}`,
  quantityGrew: (count: number) => `${count} de plus depuis la coche`,
  ticksHint: 'Les coches restent sur cette page ; elles ne changent pas l’état des commandes.',
  printPreparation: 'Imprimer la liste',
  refresh: 'Actualiser',
  updatedAt: (time: string) => `Mis à jour à ${time}`,
};

export type PreparationMessages = typeof preparationFr;
