import type {DeliveryZone, PickupRules} from '../schemas/pickup.js';

/**
 * The zone that a postal code lies in, the first when there are several; undefined where the shop
 * does not deliver. Spaces, hyphens and case do not count (`29 200`).
 */
export function deliveryZoneFor(
  {mode, zones}: Pick<PickupRules, 'mode' | 'zones'>,
  postalCode: string,
): DeliveryZone | undefined {
  const code = folded(postalCode);
  if (mode !== 'delivery' || !code) return undefined;
  return zones?.find(({postalCodes}) => postalCodes.some(one => folded(one) === code));
}

function folded(postalCode: string): string {
  return postalCode.replace(/[\s-]/g, '').toUpperCase();
}
