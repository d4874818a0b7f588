/** The `retention` part of the hub's configuration, in days. */
export interface RetentionOptions {
  /** After an order is over, its customer's name, address, telephone, note and vehicle are erased. */
  contactDays: number;
}

export const DEFAULT_CONTACT_DAYS = 30;
