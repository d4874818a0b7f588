import type {ShopSettings} from '@local-widgets/model/schemas.js';

/** `3 rue du Four, 35000 Rennes`; empty when nothing of it is known. */
export function addressLine(address: ShopSettings['address']): string {
  const {streetAddress, postalCode, addressLocality} = address ?? {};
  const town = [postalCode, addressLocality].filter(Boolean).join(' ');
  return [streetAddress, town].filter(Boolean).join(', ');
}
