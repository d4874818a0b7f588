import {basketTotal, formatCents} from '@local-widgets/model';
import type {NewOrder} from '../back-ends/port.js';
import type {Checkout} from './checkout.js';
import {addressErrors, tidyTelephone, type Errors} from './form.js';

/** What is wrong with when and where, sentences and sums included. */
export function pickupErrors({mode, form, zone, checked, offers}: Checkout): Errors {
  const errors = mode === 'delivery' ? addressErrors(form) : {};
  if (mode === 'delivery' && !errors.postalCode) {
    const minimum = zone?.minimum ?? 0;
    const missing = minimum - basketTotal(checked.items).total;
    if (!zone) errors.postalCode = messages => messages.notThere;
    else if (missing > 0) {
      errors.postalCode = ({belowMinimum, locale}) =>
        belowMinimum(formatCents(minimum, locale), formatCents(missing, locale));
    }
  }
  const {current, place, slot} = offers;
  if (current?.places && !place) errors.slot = messages => messages.choosePlace;
  if (!current?.places && !slot) errors.slot = messages => messages.chooseSlot;
  return errors;
}

/** The order of a form that is whole. */
export function newOrder({
  form,
  mode,
  offers,
  shop,
  total,
  needs,
  acting,
  needsBilling,
}: Checkout): NewOrder {
  const {current, choice} = offers;
  const [email, telephone] = [form.email.trim(), tidyTelephone(form.telephone)];
  const {streetAddress, postalCode, addressLocality} = form;
  return {
    mode,
    ...(current?.places ? {place: choice!} : {slot: {startsAt: choice!}}),
    lines: [...needs.shared.basket.lines],
    expectedTotal: total.total,
    contact: {name: form.name.trim(), ...(email && {email}), ...(telephone && {telephone})},
    payment: form.payment ?? shop!.payments[0]!,
    contract: shop!.contract,
    acceptsTerms: form.acceptsTerms,
    ...(form.note.trim() && {note: form.note.trim()}),
    ...(mode === 'drive' && form.vehicle.trim() && {vehicle: form.vehicle.trim()}),
    ...((mode === 'delivery' || needsBilling) && {
      address: {
        streetAddress: streetAddress.trim(),
        postalCode: postalCode.trim(),
        addressLocality: addressLocality.trim(),
      },
    }),
    language: acting.language(),
  };
}
