/** What the doctor says about a page. */
export interface Finding {
  /** `problem`: something does not work; `advice`: it works, and could be better; `good`: looked at, and fine. */
  readonly kind: 'problem' | 'advice' | 'good';
  readonly fr: string;
  readonly en: string;
  /** Words to copy, such as a line of a policy. */
  readonly code?: string;
}

/** What a check looks at. */
export interface Patient {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  /** Version of the loader that runs, and how it loads a file. */
  readonly loader: {readonly version: string; load(name: string): Promise<unknown>};
  /** Names of the widgets that there are. */
  readonly widgets: readonly string[];
  /** Elements of ours on the page, also of forms that became some. */
  readonly elements: readonly Element[];
}

export type Check = (patient: Patient) => readonly Finding[] | Promise<readonly Finding[]>;
