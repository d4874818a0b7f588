import type {Look, Subject} from './subject.js';

/** What one can meet in a widget, one state after the other. */
export interface Walk {
  /** What the tests call it, such as `<local-shops-map>`. */
  readonly name: string;
  /** Once, before all. Answers false where it cannot be had here. */
  readonly prepare?: () => Promise<boolean>;
  readonly clear?: () => Promise<void> | void;
  readonly open: (look: Look) => Promise<Subject>;
  readonly states: readonly State[];
}

export interface State {
  readonly name: string;
  /** From the state before. */
  readonly go: (subject: Subject) => Promise<void>;
}
