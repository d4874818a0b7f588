import type {MailTemplate} from '../../outbox/outbox.js';
import type {MailDocument} from '../blocks.js';
import {orderAlarm} from './order-alarm.js';
import {
  orderAccepted,
  orderCancelled,
  orderExpired,
  orderReady,
  orderRefused,
} from './order-news.js';
import {orderReceived} from './order-received.js';
import type {OrderView} from './order-view.js';
import {orderWithdrawn} from './order-withdrawn.js';

/** The mails about an order. */
export const ORDER_TEMPLATES: Readonly<
  Partial<Record<MailTemplate, (view: OrderView) => MailDocument>>
> = {
  'order-received': orderReceived,
  'order-accepted': orderAccepted,
  'order-ready': orderReady,
  'order-refused': orderRefused,
  'order-cancelled': orderCancelled,
  'order-expired': orderExpired,
  'order-withdrawn': orderWithdrawn,
  'order-alarm': orderAlarm,
};
