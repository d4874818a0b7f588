/**
 * An element that forgets to stop each thing that elements start, so that those who look for leaks can show that they
 * would see them.
 */
class LeakyElement extends HTMLElement {
  static readonly kept: object[] = [];

  connectedCallback(): void {
    const hold = (): unknown => this;
    addEventListener('resize', hold);
    document.addEventListener('scroll', hold);
    setInterval(hold, 3_600_000);
    setTimeout(hold, 3_600_000);
    new IntersectionObserver(hold).observe(document.body);
    new ResizeObserver(hold).observe(document.body);
    new MutationObserver(hold).observe(document.body, {childList: true});
    new BroadcastChannel('leaky').onmessage = hold;
    new EventSource('/__page/nothing').onmessage = hold;
    new Worker('data:text/javascript,');
    const control = new AbortController();
    control.signal.onabort = hold;
    LeakyElement.kept.push(control, document.createElement('p'));
    document.head.append(document.createElement('meta'));
  }
}

export const defineLeaky = (): void => customElements.define('leaky-element', LeakyElement);
