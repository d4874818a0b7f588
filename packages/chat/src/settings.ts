/** What a page says about one chat, for the parts that load later. */
export interface ChatSettings {
  /** Absolute, without a slash at the end; empty where there is only the telephone and e-mail. */
  readonly hub: string;
  /** Id of the shop or town hall at the hub. */
  readonly shop: string;
  /** Name of a public room; empty for a conversation. */
  readonly room: string;
  /** It stands in the page's flow rather than above the page. */
  readonly isInline: boolean;
  /** What the page knows of the shop, for when nobody else tells. */
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly openingHours: string;
}
