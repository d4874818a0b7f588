export {checkBasket, type BasketProblem, type CheckedBasket} from './basket.js';
export {collectionCode} from './codes.js';
export {deliveryZoneFor} from './delivery.js';
export {missingDuties, type Duty, type DutySettings} from './duties.js';
export {
  LEGAL_WORDING,
  LEGAL_WORDING_CHECKED_ON,
  orderButtonText,
  type LegalWording,
} from './legal-wording.js';
export {basketTotal, formatCents, type BasketItem, type BasketTotal} from './money.js';
export {canGo, holdsSlot, isFinal, isUndo, nextStates, undoState} from './states.js';
export {unitPrice, type UnitPrice} from './unit-price.js';
export {shareOut, vatShares, type VatShare} from './vat.js';
export {
  isWithdrawable,
  mayWithdraw,
  withdrawalDeadline,
  withdrawalEnd,
  type ShopCalendar,
  type WithdrawalQuestion,
} from './withdrawal.js';
