import type {Product} from '../schemas/catalogue.js';
import type {ShopSettings} from '../schemas/shop.js';

/** Something that the law wants told before a shop may take orders. */
export interface Duty {
  readonly code:
    | 'identity'
    | 'terms'
    | 'mediator'
    | 'postal-address'
    | 'telephone'
    | 'email'
    | 'contact'
    | 'allergens';
  /** Ids of the products that lack it. */
  readonly products?: readonly string[];
}

/** What the duties depend on. */
export type DutySettings = Pick<
  ShopSettings,
  'contract' | 'legal' | 'address' | 'telephone' | 'email'
>;

/**
 * What is missing before a shop may take orders; nothing when it may. For distance contracts:
 * - `identity` (name and SIRET), `terms`, `postal-address`, `telephone`, `email`: code de la
 *   consommation, L221-5 and L111-1;
 * - `mediator`: L612-1 and L616-1;
 * - `allergens`: food on offer of which they are not told, be it that there are none (Regulation
 *   (EU) 1169/2011, articles 14 and 44).
 *
 * A reservation concludes nothing and needs but a way to reach the shop: `contact`, a telephone
 * number or an e-mail address.
 */
export function missingDuties(settings: DutySettings, products: readonly Product[]): Duty[] {
  const {contract, legal, address, telephone, email} = settings;
  if (contract === 'reservation') return telephone || email ? [] : [{code: 'contact'}];
  const has: readonly (readonly [Duty['code'], unknown])[] = [
    ['identity', legal],
    ['terms', legal?.termsUrl],
    ['mediator', legal?.mediator],
    ['postal-address', address?.addressLocality],
    ['telephone', telephone],
    ['email', email],
  ];
  const duties: Duty[] = has.filter(([, value]) => !value).map(([code]) => ({code}));
  const untold = products.filter(
    ({isFood, allergens, isHidden}) => isFood && !allergens && !isHidden,
  );
  if (untold.length) duties.push({code: 'allergens', products: untold.map(({id}) => id)});
  return duties;
}
