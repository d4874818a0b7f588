import {formatCents} from '@local-widgets/model';
import type {Product, Slot} from '@local-widgets/model/schemas.js';
import type {BackEndError, BackEndErrorCode} from '../back-ends/port.js';
import type {Step} from './checkout.js';
import {fieldAt, type ErrorPlace, type Errors, type Sentence} from './form.js';

/** Where a refused order leads, and what is said there. */
export interface Answer {
  readonly step: Step;
  readonly notice: Sentence;
  readonly errors: Errors;
  /** The slots that are left, when the back end said so. */
  readonly slots?: readonly Slot[] | undefined;
  /** The catalogue must be asked for again. */
  readonly isStale?: boolean;
}

/** On which step a field stands. */
const STEP_OF: Partial<Record<ErrorPlace, Step>> = {
  slot: 'pickup',
  vehicle: 'pickup',
  streetAddress: 'pickup',
  postalCode: 'pickup',
  addressLocality: 'pickup',
  acceptsTerms: 'review',
};

type Known = Partial<Record<BackEndErrorCode, () => Answer>>;

/**
 * The sentence and the way on for a refusal. Nothing that was typed is lost: one lands where it can be
 * mended.
 *
 * @param before cents that the page had shown
 */
export function answerTo(
  error: BackEndError,
  products: readonly Product[],
  before: number,
): Answer {
  const {code, problem} = error;
  const at = (step: Step, notice: Sentence, more: Partial<Answer> = {}): Answer => ({
    step,
    notice,
    errors: {},
    ...more,
  });
  const answers: Known = {
    'slot-full': () => at('pickup', messages => messages.problem.slotFull, {slots: problem.slots}),
    'slot-gone': () => at('pickup', messages => messages.problem.slotGone, {slots: problem.slots}),
    'too-late': () => at('pickup', messages => messages.problem.slotGone, {slots: problem.slots}),
    'out-of-stock': () => at('basket', outOfStock(problem.stock, products), {isStale: true}),
    'product-gone': () => at('basket', messages => messages.problem.productGone, {isStale: true}),
    'price-changed': () => at('review', priceChanged(problem.total, before), {isStale: true}),
    'not-delivered-there': () =>
      at('pickup', messages => messages.notThere, {
        errors: {postalCode: messages => messages.notThere},
      }),
    'below-minimum': () => at('pickup', ({problem: {invalid}}) => problem.detail ?? invalid),
    'payment-unavailable': () => at('contact', messages => messages.problem.payment),
    paused: () => at('direct', messages => messages.problem.paused),
    'not-open-yet': () => at('direct', messages => messages.problem.notOpen),
    invalid: () => invalid(error, at),
  };
  return answers[code]?.() ?? at('direct', messages => messages.problem.refused);
}

function outOfStock(stock: Readonly<Record<string, number>> = {}, products: readonly Product[]) {
  const nameOf = (id: string): string => products.find(product => product.id === id)?.name ?? id;
  const names = Object.keys(stock).map(nameOf).join(', ');
  const sentence: Sentence = ({problem}) =>
    names ? problem.outOfStock(names) : problem.outOfStockSome;
  return sentence;
}

function priceChanged(now: number | undefined, before: number): Sentence {
  return messages => {
    const [is, was] = [now ?? before, before].map(cents => formatCents(cents, messages.locale));
    return messages.problem.priceChanged(is!, was!);
  };
}

function invalid(
  {problem}: BackEndError,
  at: (step: Step, notice: Sentence, more?: Partial<Answer>) => Answer,
): Answer {
  const errors: Errors = {};
  for (const {pointer, message} of problem.fields ?? []) {
    const field = fieldAt(pointer);
    if (field) errors[field] = () => message;
  }
  const [first] = Object.keys(errors) as ErrorPlace[];
  const step = first ? (STEP_OF[first] ?? 'contact') : 'review';
  return at(step, messages => messages.problem.invalid, {errors});
}
