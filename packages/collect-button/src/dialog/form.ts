import type {PaymentMeans} from '@local-widgets/model/schemas.js';
import type {NewOrder} from '../back-ends/port.js';
import type {Messages} from '../locales/index.js';

/** What a person typed; it lives as long as the page, whatever becomes of the order. */
export interface Form {
  name: string;
  email: string;
  telephone: string;
  note: string;
  vehicle: string;
  streetAddress: string;
  postalCode: string;
  addressLocality: string;
  payment: PaymentMeans | undefined;
  acceptsTerms: boolean;
}

/** Fields with text in them. */
export type TextField = Exclude<keyof Form, 'payment' | 'acceptsTerms'>;

/** What an error can stand at. */
export type ErrorPlace = keyof Form | 'slot';

/** Sentences, in the language of the moment. */
export type Sentence = (messages: Messages) => string;

export type Errors = Partial<Record<ErrorPlace, Sentence>>;

export const emptyForm = (): Form => ({
  name: '',
  email: '',
  telephone: '',
  note: '',
  vehicle: '',
  streetAddress: '',
  postalCode: '',
  addressLocality: '',
  payment: undefined,
  acceptsTerms: false,
});

/** What an order that was left unsent says about the form. */
export function formFrom({contact, payment, note, vehicle, address}: NewOrder): Partial<Form> {
  const {streetAddress = '', postalCode = '', addressLocality = ''} = address ?? {};
  return {
    name: contact.name,
    email: contact.email ?? '',
    telephone: contact.telephone ?? '',
    note: note ?? '',
    vehicle: vehicle ?? '',
    streetAddress,
    postalCode,
    addressLocality,
    payment,
    acceptsTerms: true,
  };
}

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$/;
/** As in the schema of a contact, with what numbers are really written with. */
const TELEPHONE = /^[+0-9][0-9 ().-]{5,29}$/;

/** What is wrong with name, e-mail and telephone; `needsEmail` where the shop knows no other way. */
export function contactErrors({name, email, telephone}: Form, needsEmail: boolean): Errors {
  const errors: Errors = {};
  const mail = email.trim();
  const phone = tidyTelephone(telephone);
  if (!name.trim()) errors.name = messages => messages.nameMissing;
  if (mail && !EMAIL.test(mail)) errors.email = messages => messages.emailWrong;
  if (phone && !TELEPHONE.test(phone)) errors.telephone = messages => messages.telephoneWrong;
  if (!mail && needsEmail) errors.email = messages => messages.emailMissing;
  else if (!mail && !phone) errors.email = messages => messages.oneOfBoth;
  return errors;
}

export function addressErrors({streetAddress, postalCode, addressLocality}: Form): Errors {
  const errors: Errors = {};
  if (!streetAddress.trim()) errors.streetAddress = messages => messages.streetMissing;
  if (!postalCode.trim()) errors.postalCode = messages => messages.postalCodeMissing;
  if (!addressLocality.trim()) errors.addressLocality = messages => messages.cityMissing;
  return errors;
}

/** Plain spaces only, as copied numbers bring others. */
export function tidyTelephone(telephone: string): string {
  return telephone.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** Where a JSON pointer of the hub's `fields` points to on the form, when it does. */
export function fieldAt(pointer: string): ErrorPlace | undefined {
  const name = pointer.split('/').pop() ?? '';
  const isField = Object.hasOwn(emptyForm(), name);
  if (isField) return name as ErrorPlace;
  return name === 'startsAt' || name === 'slot' ? 'slot' : undefined;
}
