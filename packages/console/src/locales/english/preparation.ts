import type {PreparationMessages} from '../preparation.js';

export const preparationEn: PreparationMessages = {
  preparationTitle: 'To prepare',
  preparationEmpty: 'Nothing to prepare on that day.',
  prepared: (done, all) => `${done} of ${all} products done`,
  atTime: (time, count) => `${time}: ${count}`,
  quantityGrew: count => `${count} more since it was ticked`,
  ticksHint: 'Ticks stay on this page; they do not change the state of orders.',
  printPreparation: 'Print the list',
  refresh: 'Refresh',
  updatedAt: time => `Updated at ${time}`,
};
