/** Reads calendars in this thread: loaded while the first of them arrives. */
export {readEventsLazily} from '@local-widgets/model';
