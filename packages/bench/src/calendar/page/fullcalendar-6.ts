import {Calendar} from '@fullcalendar/core';
import fr from '@fullcalendar/core/locales/fr';
import dayGridPlugin from '@fullcalendar/daygrid';
import listPlugin from '@fullcalendar/list';
import {startFullCalendar} from './fullcalendar-page.js';

const plugins = [dayGridPlugin, listPlugin];
void startFullCalendar((box, options) => new Calendar(box, {...options, plugins, locale: fr}));
