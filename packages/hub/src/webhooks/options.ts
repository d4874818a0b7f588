/** The `webhooks` part of the hub's configuration. */
export interface WebhookOptions {
  /** Lets webhooks go to this machine, over http too; for development and tests only. */
  allowLoopback: boolean;
}
