import {Calendar} from 'fullcalendar';
import dayGridPlugin from 'fullcalendar/daygrid';
import listPlugin from 'fullcalendar/list';
import fr from 'fullcalendar/locales/fr';
import classicThemePlugin from 'fullcalendar/themes/classic';

/** The agenda and the month; a click tells what is known of an event. */
const dialog = document.createElement('dialog');
document.body.append(dialog);
const calendar = new Calendar(document.querySelector<HTMLElement>('#calendar')!, {
  plugins: [dayGridPlugin, listPlugin, classicThemePlugin],
  initialView: 'listMonth',
  headerToolbar: {start: 'prev,next', center: 'title', end: 'listMonth,dayGridMonth'},
  locale: fr,
  dayMaxEvents: 3,
  events: '/peers/events.json',
  eventDidMount: ({el}) => el.classList.add('happening'),
  eventClick: ({event}) => {
    const {location, description} = event.extendedProps as Record<string, string>;
    dialog.replaceChildren(
      ...[event.title, event.start?.toLocaleString('fr') ?? '', location!, description!].map(
        text => {
          const line = document.createElement('p');
          line.textContent = text;
          return line;
        },
      ),
    );
    dialog.showModal();
  },
});
calendar.render();

Object.assign(window, {peerCalendar: calendar});
