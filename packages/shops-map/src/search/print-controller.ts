import {adoptStyles, type LocalElement} from '@local-widgets/core';
import type {ReactiveController} from 'lit';
import type {ShopsOwner} from '../state/shops-owner.js';
import {printStyles} from './print.styles.js';

/** On paper the list is whole: rendered before the page is laid out for it, and taken back after. */
export class PrintController implements ReactiveController {
  constructor(
    host: LocalElement,
    private readonly owner: ShopsOwner,
  ) {
    adoptStyles(host.renderRoot as ShadowRoot, printStyles);
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.print);
    addEventListener('afterprint', this.print);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.print);
    removeEventListener('afterprint', this.print);
  }

  private readonly print = ({type}: Event): void => {
    this.owner.shops.isPrinting = type === 'beforeprint';
    this.owner.renderNow();
  };
}
