import {Calendar} from 'fullcalendar';
import dayGridPlugin from 'fullcalendar/daygrid';
import listPlugin from 'fullcalendar/list';
import fr from 'fullcalendar/locales/fr';
import classicThemePlugin from 'fullcalendar/themes/classic';
import {startFullCalendar} from './fullcalendar-page.js';

const plugins = [dayGridPlugin, listPlugin, classicThemePlugin];
void startFullCalendar((box, options) => new Calendar(box, {...options, plugins, locale: fr}));
