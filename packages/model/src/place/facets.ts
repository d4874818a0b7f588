import {normalizeText} from '../text/normalize.js';
import {Kinds} from './kinds.js';
import type {Place, PlaceServices} from './place.js';

/** Something a place offers: a service, a label or a means of payment, the last two as displayed. */
export type Feature = `service:${keyof PlaceServices}` | `label:${string}` | `payment:${string}`;

export interface FeatureCount {
  readonly feature: Feature;
  /** How many places would be left, or be there for this one, were it chosen. */
  readonly count: number;
}

/** In the order of a filter. */
const SERVICES = ['collect', 'delivery', 'drive', 'wheelchair'] as const;
const DIMENSIONS = ['service', 'label', 'payment'] as const;
type Dimension = (typeof DIMENSIONS)[number];

const dimensionOf = (feature: Feature): Dimension => feature.split(':', 1)[0] as Dimension;

/** Accents and case make no difference; a text of signs alone is itself. */
const foldedOf = (feature: Feature): string => {
  const start = feature.indexOf(':') + 1;
  const text = feature.slice(start);
  return feature.slice(0, start) + (normalizeText(text) || text);
};

/**
 * What a place offers, each once: the services that are there, then labels, then means of payment.
 * Spellings that differ in case and accents alone are one, and the first stays.
 */
export function featuresOf({services, labels, paymentAccepted}: Place): readonly Feature[] {
  const features: Feature[] = [
    ...SERVICES.filter(service => services?.[service]).map(name => `service:${name}` as const),
    ...(labels ?? []).map(name => `label:${name}` as const),
    ...(paymentAccepted ?? []).map(name => `payment:${name}` as const),
  ];
  const folded = features.map(foldedOf);
  return features.filter((_, i) => folded.indexOf(folded[i] as string) === i);
}

const keyOf = ({services, labels, paymentAccepted}: Place): string =>
  services || labels || paymentAccepted
    ? [SERVICES.map(name => +!!services?.[name]), labels ?? [], paymentAccepted ?? []]
        .map(list => list.join('\0'))
        .join('\n')
    : '';

/**
 * What all places offer, made ready once. Services are needs, and all must be there; of the labels,
 * and of the means of payment, any one that is chosen will do.
 */
export class FeatureTable {
  readonly kinds: Kinds;
  /** Each feature in its first spelling, by its folded one. */
  private readonly spellings = new Map<string, Feature>();
  /** The folded features of each kind of places. */
  private readonly offers: readonly ReadonlySet<string>[];

  constructor(places: readonly Place[]) {
    this.kinds = new Kinds(places, keyOf);
    this.offers = this.kinds.samples.map(
      sample => new Set(featuresOf(places[sample] as Place).map(feature => this.learn(feature))),
    );
  }

  /** 1 for each kind that offers what is chosen, the choice in one dimension left aside. */
  passing(chosen: readonly Feature[], aside?: Dimension): Uint8Array {
    const tests = DIMENSIONS.filter(dimension => dimension !== aside).map(dimension => ({
      all: dimension === 'service',
      folded: chosen.filter(feature => dimensionOf(feature) === dimension).map(foldedOf),
    }));
    return Uint8Array.from(this.offers, offer =>
      tests.every(({all, folded}) => {
        const has = (feature: string): boolean => offer.has(feature);
        return all ? folded.every(has) : !folded.length || folded.some(has);
      })
        ? 1
        : 0,
    );
  }

  /**
   * Every feature that occurs, or is chosen, with the places it stands for.
   *
   * @param sizes How many places of each kind pass all criteria but the features.
   */
  counts(sizes: Uint32Array, chosen: readonly Feature[]): FeatureCount[] {
    const spellings = new Map(chosen.map(feature => [foldedOf(feature), feature]));
    return DIMENSIONS.flatMap(dimension => {
      const isOwn = (feature: string): boolean => feature.startsWith(dimension);
      const passing = this.passing(chosen, dimension === 'service' ? undefined : dimension);
      const counts = new Map([...spellings.keys()].filter(isOwn).map(key => [key, 0]));
      this.offers.forEach((offer, kind) => {
        const size = passing[kind] && sizes[kind];
        if (!size) return;
        for (const key of offer) if (isOwn(key)) counts.set(key, (counts.get(key) ?? 0) + size);
      });
      const rank = (key: string): number =>
        dimension === 'service'
          ? -SERVICES.findIndex(name => key.endsWith(name))
          : (counts.get(key) as number);
      return [...counts]
        .sort(([a], [b]) => rank(b) - rank(a) || (a < b ? -1 : 1))
        .map(([key, count]) => ({
          feature: (this.spellings.get(key) ?? spellings.get(key)) as Feature,
          count,
        }));
    });
  }

  private learn(feature: Feature): string {
    const folded = foldedOf(feature);
    if (!this.spellings.has(folded)) this.spellings.set(folded, feature);
    return folded;
  }
}
