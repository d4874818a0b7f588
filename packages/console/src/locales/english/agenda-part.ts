import type {AgendaPartMessages} from '../agenda-part.js';

export const agendaPartEn: AgendaPartMessages = {
  tabAgenda: 'Events',
  toDecide: count => `${count} to decide`,
  newProposals: count =>
    count < 2 ? 'An event has been proposed.' : `${count} events have been proposed.`,
  offlineAgenda: 'Proposals do not arrive here. It tries again by itself.',
  noAgenda: 'This server has no calendars.',
  unsavedEvents: count =>
    count < 2
      ? 'One event is not saved: it will be lost.'
      : `${count} events are not saved: they will be lost.`,
};
