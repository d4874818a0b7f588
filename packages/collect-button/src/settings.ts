/** Who takes the orders. */
export type BackEndName = 'hub' | 'woocommerce';

/** What a page says about one shop, for the parts that load later. */
export interface CollectSettings {
  /** Names the shop among the buttons of the page, and in storage. */
  readonly key: string;
  /** Absolute, without a slash at the end; empty where orders go by phone and e-mail. */
  readonly hub: string;
  readonly shop: string;
  readonly backEnd: BackEndName;
  /** What the page knows of the shop, for when nobody else tells. */
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly termsUrl: string;
}
