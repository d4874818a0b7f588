// Only weighed: what FullCalendar 7 takes to show months and lists of calendar files with rules.
import './fullcalendar.js';
import rrulePlugin from '@fullcalendar/rrule';
import ICAL from 'ical.js';

Object.assign(window, {rrulePlugin, ICAL});
