import {describeAccessibility} from '../../src/accessibility/suite.js';
import {eventCalendar} from '../../src/accessibility/walks/event-calendar.js';

describeAccessibility(eventCalendar);
