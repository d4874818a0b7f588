export {eventsAgenda, type EventsAgendaOptions} from './server/events-agenda.js';
