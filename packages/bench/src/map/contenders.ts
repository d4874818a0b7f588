/** Who is measured: our element, and what one would use instead for the map alone. */
export const CONTENDERS = ['ours', 'supercluster', 'markercluster', 'leaflet', 'maplibre'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** The packages whose versions are told. */
export const PACKAGES = ['leaflet', 'supercluster', 'leaflet.markercluster', 'maplibre-gl'];

/** Places times slowing-down beyond which somebody takes minutes: known, and no news. */
const PATIENCE: Readonly<Partial<Record<ContenderName, number>>> = {
  leaflet: 10_000,
  markercluster: 100_000,
};

/** Whether a measurement is left out because everybody knows that it takes minutes. */
export function isHopeless(name: ContenderName, count: number, throttle: number): boolean {
  return count * throttle > (PATIENCE[name] ?? Infinity);
}
