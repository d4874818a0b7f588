import type {ChatMessage, ReportReason} from '@local-widgets/model/schemas.js';

/** Who may be given a conversation. */
export interface ChatPerson {
  readonly id: string;
  readonly name: string;
}

/** A notice that something should not be shown, and what was decided. */
export interface Report {
  readonly id: string;
  readonly room: string;
  /** As it is now: without text once it is gone. */
  readonly message: ChatMessage;
  readonly reason: ReportReason;
  readonly explanation?: string;
  /** Of who reported, where they gave any. */
  readonly name?: string;
  readonly email?: string;
  readonly receivedAt: string;
  readonly state: 'open' | 'kept' | 'removed';
  readonly decision?: {readonly reason: string; readonly decidedAt: string};
}

/** One thing that a moderator or clerk did. */
export interface AuditEntry {
  readonly id: number;
  readonly at: string;
  /** Absent for a program with a token. */
  readonly person?: {readonly id: string; readonly name: string};
  readonly action: string;
  readonly room?: string;
  /** Id of the message, report or author. */
  readonly subject?: string;
  readonly reason?: string;
}
