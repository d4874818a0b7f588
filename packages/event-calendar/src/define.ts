import {defineElement} from '@local-widgets/core';
import {LocalEventCalendar} from './local-event-calendar.js';
import {version} from './version.js';

defineElement('local-event-calendar', LocalEventCalendar, version);

declare global {
  interface HTMLElementTagNameMap {
    'local-event-calendar': LocalEventCalendar;
  }
}
