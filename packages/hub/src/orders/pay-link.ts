import type {Order} from '@local-widgets/model/schemas.js';

/**
 * Where to pay, as long as there is something to pay online: the hub's own address, which begins the
 * payment when it is opened. So that no order waits for a payment provider.
 *
 * @param url the customer's page of the order
 */
export function withPayLink(order: Order, url: string): Order {
  const {means, status} = order.payment;
  const isOpen = means === 'online' && (status === 'pending' || status === 'failed');
  return isOpen ? {...order, payment: {means, status, url: `${url}/pay`}} : order;
}
