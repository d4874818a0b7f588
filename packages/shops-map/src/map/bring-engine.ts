/** How near to the visible part of the page a map is loaded, as in `MapController`. */
const NEAR = '200px';

/**
 * Loads the file of the map while its places are still read, so that it need not be waited for. Only
 * where the frame of the map is near: elsewhere, and in a list without a map, nothing is loaded.
 */
export function bringEngine({shadowRoot}: HTMLElement): void {
  const canvas = shadowRoot?.querySelector('.canvas');
  if (!canvas) return;
  const observer = new IntersectionObserver(
    ([entry]) => {
      observer.disconnect();
      // who needs it loads it again, and tells what became of it
      if (entry?.isIntersecting) import('../map-engine.js').catch(() => undefined);
    },
    {rootMargin: NEAR},
  );
  observer.observe(canvas);
}
