import type {Allergen} from '../../schemas/catalogue.js';
import {normalizeText} from '../../text/normalize.js';
import {ALLERGEN_NAMES} from '../allergens.js';

/**
 * Other names, in the singular and folded, separated by commas; annex II names these grains and
 * nuts.
 */
const SYNONYMS: Readonly<Record<Allergen, string>> = {
  gluten:
    'cereale contenant du gluten,cereal containing gluten,ble,froment,seigle,orge,avoine,epeautre,kamut,wheat,rye,barley,oat,spelt',
  crustaceans: 'crevette,crabe,homard,langoustine,shrimp,prawn,crab,lobster',
  eggs: '',
  fish: '',
  peanuts: 'cacahuete,cacahouete,groundnut',
  soybeans: 'soya,soy',
  milk: 'lactose,produit laitier,dairy,beurre,creme,fromage,butter,cream,cheese',
  nuts: 'fruit coque,fruit a coque,noix,amande,noisette,noix de cajou,cajou,noix de pecan,noix du bresil,pistache,macadamia,noix de macadamia,tree nut,almond,hazelnut,walnut,cashew,pecan,brazil nut,pistachio',
  celery: '',
  mustard: '',
  sesame: 'graine de sesame,sesame seed',
  sulphites: 'anhydride sulfureux,dioxyde de soufre,so2,sulphur dioxide,sulfur dioxide,sulfite',
  lupin: 'lupine',
  molluscs: 'mollusk,moule,huitre,calamar,escargot,mussel,oyster,squid,snail',
};

const NONE = /^(?:(?:aucune?|sans|no|none|non|neant|zero|0)(?: (?:allergene?|allergen)s?)?)$/;
const LEADING = /^(?:(?:contient|contains?|presence|of|the|d|d[eu]s?|l|l[ae]s?) )+/;

const ALL = Object.keys(ALLERGEN_NAMES.fr) as Allergen[];

let built: Map<string, Allergen> | undefined;

/** By singular name; built at the first use. */
function names(): Map<string, Allergen> {
  if (built) return built;
  built = new Map();
  for (const allergen of ALL) {
    const {fr, en} = ALLERGEN_NAMES;
    for (const name of [allergen, fr[allergen], en[allergen], ...SYNONYMS[allergen].split(',')]) {
      if (name) built.set(singular(normalizeText(name)), allergen);
    }
  }
  return built;
}

/** The allergen that a word names, in French, in English, or as one of its kinds (`noisettes`). */
export function allergenOf(word: string): Allergen | undefined {
  const folded = normalizeText(word);
  return names().get(singular(folded)) ?? names().get(singular(folded.replace(LEADING, '')));
}

/** Nobody writes more; a longer text is not cut, for an allergen might be lost. */
const MAX_LENGTH = 2000;

/** Brackets that explain nothing: no word stands before them. */
const BARE_BRACKETS = /(^|[,;|/+&•\n])\s*\(([^()]*)\)/g;

/**
 * The allergens in a list or a text, in the order of annex II; none for `aucun`. Undefined when a
 * word is not understood, and for traces: what may be in it is not what is in it, and who reads
 * must be able to rely on the list. What stands in brackets explains (`gluten (blé)`), and counts
 * where it is understood.
 */
export function allergensOf(value: unknown): Allergen[] | undefined {
  if (Array.isArray(value)) {
    return inOrder(value.map(one => (typeof one === 'string' ? allergenOf(one) : undefined)));
  }
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined;
  const explained: Allergen[] = [];
  const text = value.replace(BARE_BRACKETS, '$1$2').replace(/\(([^()]*)\)/g, (_, inner: string) => {
    explained.push(...wordsOf(inner).flatMap(word => allergenOf(word) ?? []));
    return ' ';
  });
  const words = wordsOf(text);
  if (!words.every(word => NONE.test(normalizeText(word)))) {
    return inOrder([...words.map(allergenOf), ...explained]);
  }
  return words.length && !explained.length ? [] : undefined;
}

function wordsOf(text: string): string[] {
  return text.split(/[,;|/+&•\n]|\bet\b|\band\b/).filter(word => normalizeText(word));
}

function inOrder(found: readonly (Allergen | undefined)[]): Allergen[] | undefined {
  return found.includes(undefined) ? undefined : ALL.filter(allergen => found.includes(allergen));
}

function singular(folded: string): string {
  return folded.replace(/(\p{L}\p{L})s(?= |$)/gu, '$1');
}
