import {adoptStyles, type LocalElement} from '@local-widgets/core';
import type {TemplateResult} from 'lit';
import type {DeskOwner} from '../state/desk-owner.js';
import {ordersPaper} from './orders-paper.js';
import type {Paper} from './paper.js';
import {preparationPaper} from './preparation-paper.js';
import {printStyles} from './print.styles.js';
import {tickets} from './ticket.js';
import {transcriptPaper} from './transcript-paper.js';

/** CSS pixels in a millimetre. */
const PIXELS = 96 / 25.4;
/** Millimetres: what most ticket printers take, and what is left of it between their margins. */
const TICKET_WIDTH = 80;
const MARGIN = 4;

/** Brings one thing on paper: a page of its own size, and nothing else of the page around. */
export class PrintedPaper {
  constructor(private readonly host: LocalElement) {
    adoptStyles(host.renderRoot as ShadowRoot, printStyles);
  }

  template(paper: Paper, owner: DeskOwner): TemplateResult {
    switch (paper.kind) {
      case 'tickets':
        return tickets(paper.orders, owner);
      case 'orders':
        return ordersPaper(paper.orders, owner);
      case 'preparation':
        return preparationPaper(paper, owner);
      case 'transcript':
        return transcriptPaper(paper.transcript, owner);
    }
  }

  /** Opens the dialog. `@page` counts in the document only, so it is there for as long as it is printed. */
  print(paper: Paper, open: () => void): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${pageRule(paper, this.height())} ${this.around}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const tidy = (): void => {
      const others = [...document.adoptedStyleSheets].filter(each => each !== sheet);
      document.adoptedStyleSheets = others;
    };
    addEventListener('afterprint', tidy, {once: true});
    open();
  }

  /** Whatever else stands in the page. */
  private get around(): string {
    const tag = this.host.localName;
    return `@media print { body > *:not(:has(${tag}), ${tag}) { display: none !important } }`;
  }

  /** Height of what is printed, in millimetres. */
  private height(): number {
    const paper = this.host.renderRoot.querySelector('.paper');
    return Math.ceil((paper?.scrollHeight ?? 0) / PIXELS) + 2 * MARGIN;
  }
}

function pageRule({kind}: Paper, height: number): string {
  if (kind !== 'tickets') return '@page { size: A4; margin: 14mm }';
  // a roll has no end: the page is as long as the ticket
  return `@page { size: ${TICKET_WIDTH}mm ${Math.max(height, 60)}mm; margin: ${MARGIN}mm }`;
}
