/**
 * What a mail says, part by part, from which its HTML and its text are both made: whoever reads the
 * one misses nothing of the other. All text is plain text.
 */
export type Block =
  | {kind: 'heading'; text: string}
  | {kind: 'text'; text: string}
  /** One thing to be found at a glance: the code said at the counter. */
  | {kind: 'highlight'; label: string; text: string}
  | {kind: 'facts'; facts: readonly Fact[]}
  | {kind: 'list'; items: readonly string[]}
  | {
      kind: 'table';
      caption: string;
      columns: readonly string[];
      rows: readonly string[][];
      sums: readonly Fact[];
    }
  | {kind: 'link'; text: string; url: string}
  /** A form to be copied: its lines stay as they are. */
  | {kind: 'form'; title: string; lines: readonly string[]};

export interface Fact {
  label: string;
  text: string;
  url?: string;
}

/** A whole mail before it becomes HTML and text. */
export interface MailDocument {
  subject: string;
  language: 'fr' | 'en';
  /** The first heading. */
  title: string;
  blocks: readonly Block[];
  /** Who wrote this, and why. */
  footer: string;
}
