import type {PrintMessages} from '../print.js';

export const printEn: PrintMessages = {
  ordersOn: day => `Orders, ${day}`,
  preparationOn: day => `To prepare, ${day}`,
  toCollect: 'Collection',
  slotTime: 'Time',
};
