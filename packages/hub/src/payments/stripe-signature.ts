import {createHmac, timingSafeEqual} from 'node:crypto';

/** Seconds that a webhook may be old, or ahead of us. */
const TOLERANCE = 300;

/**
 * Whether `Stripe-Signature` (`t=…,v1=…`, more than one `v1` while a secret is rolled) is that of the body
 * under the secret, and of these minutes.
 *
 * @param body the very text that came
 */
export function isStripeSignature(
  header: string,
  {body, secret, now}: {body: string; secret: string; now: Date},
): boolean {
  const parts = header.split(',').map(part => part.trim().split('='));
  const valuesOf = (name: string) =>
    parts.flatMap(([key, value]) => (key === name && value !== undefined ? [value] : []));
  const [time] = valuesOf('t');
  if (time === undefined || !/^\d{1,12}$/.test(time)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(time)) > TOLERANCE) return false;
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest();
  return valuesOf('v1').some(value => {
    const given = Buffer.from(value, 'hex');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
