import type {Event, Occurrence} from '@local-widgets/model';
import type {ListMessages} from '../locales/index.js';

/** What every piece of markup needs beside its data. */
export interface ViewContext<M = ListMessages> {
  readonly messages: M;
  /** BCP 47 language that `messages` are in. */
  readonly language: string;
  /** The present day and moment (milliseconds), in the calendar's zone. */
  readonly today: number;
  readonly now: number;
  readonly headingLevel: number;
  occurrenceAt(at: number): Occurrence;
  eventOf(occurrence: Occurrence): Event;
  /** Which of several sources an event is from; undefined when there is one. */
  sourceOf(event: Event): {readonly index: number; readonly label: string} | undefined;
}

/** What a person can do in a view. */
export interface ViewActions {
  /** Opens an event, by the index of its occurrence. */
  choose(at: number): void;
}
