import {agendaFr} from './locales/agenda.js';
import {deskMessages} from './locales/index.js';

deskMessages.extend(agendaFr);

/** The calendars of a shop, in a file of its own. */
export {AgendaView} from './agenda/agenda-view.js';
