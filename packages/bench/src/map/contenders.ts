/** Who is measured: our element, and what one would use instead for the map alone. */
export const CONTENDERS = ['ours', 'supercluster', 'markercluster'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

const NEEDS: Readonly<Partial<Record<ContenderName, string>>> = {
  supercluster: 'supercluster',
  markercluster: 'leaflet.markercluster',
};

/** Those of `only` (all when empty) that can run here, and a sentence for each that cannot. */
export function chooseContenders(only: readonly string[]): {
  names: ContenderName[];
  leftOut: string[];
} {
  const names: ContenderName[] = [];
  const leftOut: string[] = [];
  for (const name of CONTENDERS) {
    if (only.length > 0 && !only.includes(name)) continue;
    const needed = NEEDS[name];
    if (needed === undefined || isInstalled(needed)) names.push(name);
    else leftOut.push(`${name} is left out: the package ${needed} is not installed.`);
  }
  return {names, leftOut};
}

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** leaflet.markercluster takes minutes beyond this on a slowed processor: known, and no news. */
const PATIENCE = 100_000;

/** Whether a measurement is left out because everybody knows that it takes minutes. */
export function isHopeless(name: ContenderName, count: number, throttle: number): boolean {
  return name === 'markercluster' && count * throttle > PATIENCE;
}
