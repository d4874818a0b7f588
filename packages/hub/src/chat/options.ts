/** The `chat` part of the hub's configuration. */
export interface ChatConfig {
  /** Numbers to try for a proof of work, on average twice as many as need be; 0 asks for none. */
  proofWork: number;
  /** Days for which is kept who contributed what from where: a year by law (decree 2021-1362). */
  contributionDays: number;
  limits: ChatLimits;
}

/** A quarter of each may come at once. */
export interface ChatLimits {
  /** Requests a minute and address, of all kinds. */
  requestsPerMinute: number;
  /** Messages a minute of one person, of one address, and to one shop. */
  messagesPerMinute: number;
  messagesPerMinuteOfAddress: number;
  messagesPerMinuteOfShop: number;
  /** Conversations begun and rooms joined, an hour and address. */
  conversationsPerHour: number;
  /** Images an hour of one person. */
  imagesPerHour: number;
  /** Notices an hour and address. */
  reportsPerHour: number;
  /** Transcripts and links an hour of one person. */
  mailsPerHour: number;
}

const LIMITS: ChatLimits = {
  requestsPerMinute: 3000,
  messagesPerMinute: 30,
  messagesPerMinuteOfAddress: 600,
  messagesPerMinuteOfShop: 6000,
  conversationsPerHour: 60,
  imagesPerHour: 60,
  reportsPerHour: 20,
  mailsPerHour: 12,
};

/** What the file leaves out. */
export function completeChat({
  proofWork = 20_000,
  contributionDays = 365,
  limits = {},
}: ChatFile = {}): ChatConfig {
  return {proofWork, contributionDays, limits: {...LIMITS, ...limits}};
}

/** As the configuration file has it. */
interface ChatFile {
  proofWork?: number;
  contributionDays?: number;
  limits?: Partial<ChatLimits>;
}
