import type {Problem} from '@local-widgets/model/schemas.js';
import type {CollectEnvironment} from '../environment.js';
import {BackEndError, type BackEndErrorCode} from './port.js';
import {asJson, requestJson} from './request.js';
import type {WooCart} from './woocommerce-types.js';

/** WooCommerce's reasons in ours. */
const CODES: readonly (readonly [RegExp, BackEndErrorCode])[] = [
  [/out_of_stock|not_enough|insufficient/, 'out-of-stock'],
  [/invalid_product|not_purchasable|cannot_purchase|cannot_be_purchased/, 'product-gone'],
  [/total_mismatch/, 'price-changed'],
  [/invalid_(?:shipping|rate)|shipping_rate|no_shipping/, 'slot-gone'],
  [/payment_method|payment_error/, 'payment-unavailable'],
];

/**
 * One cart of one customer: known by its `Cart-Token`, as cookies of another site are not sent. A `Nonce`
 * goes along for shops that still ask for it.
 */
export class WooSession {
  private nonce = '';

  constructor(
    private readonly api: string,
    private readonly fetch: CollectEnvironment['fetch'],
    /** Of a cart that an earlier attempt made; empty for a new one. */
    public token = '',
  ) {}

  async ask<T>(path: string, body?: unknown): Promise<T> {
    const tokens = {
      ...(this.token && {'Cart-Token': this.token}),
      ...(this.nonce && {Nonce: this.nonce}),
    };
    const init = body === undefined ? {headers: tokens} : asJson(body, tokens);
    try {
      const answer = await requestJson(this.fetch, this.api + path, init);
      this.token = answer.headers.get('cart-token') ?? this.token;
      this.nonce = answer.headers.get('nonce') ?? this.nonce;
      return answer.body as T;
    } catch (error) {
      throw translated(error as BackEndError);
    }
  }
}

/** WooCommerce tells a `code` of its own, and with some the cart as it stands. */
function translated(error: BackEndError): BackEndError {
  const {status, message, problem, retryAfter} = error;
  if (status === 0 || status >= 500 || status === 429) return error;
  const {code, data} = problem as {code?: string; data?: {cart?: WooCart}};
  const [, ours] = CODES.find(([pattern]) => pattern.test(code ?? '')) ?? [];
  const total = Number(data?.cart?.totals.total_price);
  const about: Partial<Problem> = Number.isInteger(total) ? {total} : {};
  return new BackEndError(ours ?? 'invalid', `${message} (${code})`, status, about, retryAfter);
}
