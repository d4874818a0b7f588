export {basketMinutes, basketPoints} from './basket.js';
export {isSlotOnOffer, pickupSlots} from './pickup-slots.js';
export type {SlotQuestion} from './pickup-slots.js';
