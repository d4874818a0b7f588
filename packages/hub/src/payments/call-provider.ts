import {PaymentError} from './payment-provider.js';

export interface ProviderCall {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** Milliseconds until a provider must have answered. */
const TIMEOUT = 15_000;

/**
 * Calls a provider's API and gives the JSON of its answer. Redirects are not followed: they would take
 * the key along.
 *
 * @throws {PaymentError} for everything that is not a success
 */
export async function callProvider({url, ...call}: ProviderCall): Promise<unknown> {
  const {status, text} = await send(url, call);
  if (status === 429 || status >= 500) throw new PaymentError('unreachable', `HTTP ${status}`);
  if (status === 404) throw new PaymentError('unknown', 'The provider knows no such payment.');
  if (status < 200 || status > 299) throw new PaymentError('refused', `HTTP ${status}`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PaymentError('broken', 'The answer is no JSON.', {cause: error});
  }
}

async function send(url: string, call: Omit<ProviderCall, 'url'>) {
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    const response = await fetch(url, {...call, signal, redirect: 'error'});
    return {status: response.status, text: await response.text()};
  } catch (error) {
    throw new PaymentError('unreachable', 'No answer.', {cause: error});
  }
}

/** A part of an answer that must be text. @throws {PaymentError} `broken` */
export function requireText(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new PaymentError('broken', `The answer has no ${name}.`);
}

/** An address of the provider that a customer is sent to. @throws {PaymentError} `broken` */
export function requireWebAddress(value: unknown, name: string): string {
  const url = requireText(value, name);
  if (/^https?:\/\/\S+$/.test(url) && URL.canParse(url)) return url;
  throw new PaymentError('broken', `The ${name} of the answer is no address.`);
}
