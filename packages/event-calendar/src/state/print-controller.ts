import type {LocalElement} from '@local-widgets/core';
import type {ReactiveController} from 'lit';

/** On paper the list is long: rendered before the page is laid out for it, and taken back after. */
export class PrintController implements ReactiveController {
  constructor(
    private readonly host: LocalElement,
    /** Says that paper is wanted, and renders at once: paper does not wait. */
    private readonly print: (isPrinting: boolean) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.handle);
    addEventListener('afterprint', this.handle);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.handle);
    removeEventListener('afterprint', this.handle);
  }

  private readonly handle = ({type}: Event): void => {
    if (this.host.isConnected) this.print(type === 'beforeprint');
  };
}
