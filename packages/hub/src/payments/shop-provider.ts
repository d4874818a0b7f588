import type {HubContext} from '../context.js';
import {mollieProvider} from './mollie.js';
import type {PaymentProvider} from './payment-provider.js';
import {stripeProvider} from './stripe.js';

type ProviderContext = Pick<HubContext, 'config' | 'clock'>;

/** The shop's own account with a provider; `undefined` when it has none. */
export function providerOf(
  {config, clock}: ProviderContext,
  shopId: string,
): PaymentProvider | undefined {
  const account = Object.hasOwn(config.payments, shopId) ? config.payments[shopId] : undefined;
  if (!account) return undefined;
  return account.provider === 'mollie' ? mollieProvider(account) : stripeProvider(account, clock);
}

/** All accounts with a provider, by their shop. */
export function providersNamed(
  context: ProviderContext,
  name: string,
): Map<string, PaymentProvider> {
  const all = Object.keys(context.config.payments).map(
    shopId => [shopId, providerOf(context, shopId)!] as const,
  );
  return new Map(all.filter(([, provider]) => provider.name === name));
}
