import type {HubContext, HubTransaction} from '../../context.js';
import type {Calendar} from '../calendars/calendar-store.js';
import {proposerOf, type EventRow} from '../store/event-row.js';

export interface ProposalNews {
  row: EventRow;
  calendar: Calendar;
}

/** Tells those who decide that something waits for them; once for each proposal, however often it is edited. */
export async function tellOfProposal(
  {outbox}: HubContext,
  trx: HubTransaction,
  {row, calendar}: ProposalNews,
): Promise<void> {
  await outbox.enqueue(trx, {
    kind: 'mail',
    template: 'proposal-received',
    shopId: calendar.shopId,
    data: {eventId: row.id},
    once: `proposal.${row.id}.${row.published_at === null ? 'new' : 'change'}.${row.version}`,
  });
}

/** Tells who proposed an event, or a change of one, what was decided. */
export async function tellOfDecision(
  {outbox}: HubContext,
  trx: HubTransaction,
  {
    row,
    calendar,
    isAccepted,
    by,
    reason,
  }: ProposalNews & {
    isAccepted: boolean;
    /** Person of the shop who proposed it. */
    by: string | null;
    reason?: string | undefined;
  },
): Promise<void> {
  const proposer = proposerOf(row);
  const mail = {
    kind: 'mail',
    template: isAccepted ? 'proposal-accepted' : 'proposal-rejected',
    shopId: calendar.shopId,
    data: {
      eventId: row.id,
      ...(reason !== undefined && {reason}),
      ...(by === null && proposer && {language: proposer.language}),
    },
  } as const;
  if (by !== null) await outbox.enqueue(trx, {...mail, personId: by});
  else if (proposer?.contact.email) {
    await outbox.enqueue(trx, {...mail, to: proposer.contact.email});
  }
}
