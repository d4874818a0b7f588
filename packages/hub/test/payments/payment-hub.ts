import type {PlacedOrder} from '@local-widgets/model/schemas.js';
import type {PaymentsOptions} from '../../src/payments/payment-provider.js';
import type {TestDatabase} from '../support/databases.js';
import type {testClock} from '../support/fixtures.js';
import {testHub} from '../support/test-hub.js';

/** A hub whose shop is paid online. */
export async function paymentHub(
  database: TestDatabase,
  {clock, payments}: {clock: ReturnType<typeof testClock>; payments: PaymentsOptions},
) {
  const settings = {payments: ['online' as const]};
  const hub = await testHub(database, {clock, config: {payments}, shop: {settings}});
  return {
    ...hub,
    async placeOrder() {
      const {body} = await hub.order({payment: 'online'});
      const {order, token} = body as PlacedOrder;
      return {orderId: order.id, token};
    },
  };
}
