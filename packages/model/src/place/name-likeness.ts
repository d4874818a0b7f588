import {normalizeText} from '../text/normalize.js';

/** How much two names agree; `contained`: one has all the words of the other, and more. */
export type Likeness = 'same' | 'slip' | 'contained' | 'silent' | 'other';

/** A name as it is compared. */
export interface ComparableName {
  /** Folded, without articles and legal forms. */
  readonly full: string;
  /** The words that tell one business from another of its kind, sorted. */
  readonly words: readonly string[];
  /** Words for what it is ("boulangerie", "ferme"), in one spelling. */
  readonly kinds: readonly string[];
  /** The telling words in their order without spaces: "bel air" is "belair". */
  readonly joined: string;
}

/** Say nothing at all. */
const FILLERS = new Set(
  (
    'le la les l de du des d au aux a et en un une the of and m mr mme mlle monsieur madame ' +
    'sarl selarl eirl scem earl gaec sas sasu scea sa eurl snc sci scic scop gie cuma ets etablissements ' +
    'etablissement entreprise societe ste fils freres'
  ).split(' '),
);

/** Say what it is, each line one kind in several words; the first stands for all. */
const KINDS = new Map(
  [
    'boulangerie boulanger boulangere boulange bakery',
    'patisserie patissier patissiere',
    'boucherie boucher butcher',
    'charcuterie charcutier charcutiers',
    'traiteur',
    'fromagerie fromager cremerie',
    'epicerie epicier alimentation grocery',
    'supermarche superette hypermarche supermarket',
    'marche market',
    'primeur primeurs fruits legumes',
    'poissonnerie poissonnier poissons',
    'chocolaterie chocolatier chocolats confiserie',
    'glacier glaces',
    'cave caves caviste vins',
    'domaine chateau vignoble vigneron',
    'ferme fermier fermiere fermes farm',
    'exploitation producteur producteurs agricole elevage eleveur',
    'maraicher maraichers maraichere maraichage',
    'apiculteur apiculture rucher ruchers miellerie',
    'brasserie brewery',
    'restaurant bistrot bistro auberge',
    'pizzeria pizza',
    'creperie',
    'cafe bar pub tabac',
    'hotel',
    'salon coiffure coiffeur coiffeuse',
    'institut beaute',
    'pharmacie pharmacy',
    'fleuriste fleurs florist',
    'librairie presse',
    'garage automobiles',
    'boutique magasin shop store',
    'atelier ateliers',
    'opticien optique',
    'pressing laverie',
    'mairie',
    'chez',
    'maison',
  ].flatMap(line => {
    const all = line.split(' ');
    return all.map(word => [word, all[0]!] as const);
  }),
);

/** Shorter words are too near to one another for a slip to be told from another word. */
const SLIPS_FROM = 5;
const KIND_SLIPS_FROM = 7;

/** Takes names apart; keeps what it learned about words and names, which repeat. */
export function createNameReader(): (name: string) => ComparableName {
  const kinds = new Map<string, string | undefined>();
  const names = new Map<string, ComparableName>();
  const kindOf = (word: string): string | undefined => {
    if (!kinds.has(word)) kinds.set(word, KINDS.get(word) ?? misspelledKind(word));
    return kinds.get(word);
  };
  const read = (name: string): ComparableName => {
    // a name of nothing but signs is compared as it is
    const said = normalizeText(name.slice(0, 200)).split(' ');
    const kept = said.filter(word => !FILLERS.has(word));
    const words = kept.filter(word => kindOf(word) === undefined);
    return {
      full: kept.join(' ') || said.join(' ') || name,
      words: [...new Set(words)].sort(),
      kinds: [...new Set(kept.flatMap(word => kindOf(word) ?? []))],
      joined: words.join(''),
    };
  };
  return name => {
    let known = names.get(name);
    if (!known) names.set(name, (known = read(name)));
    return known;
  };
}

function misspelledKind(word: string): string | undefined {
  if (word.length < KIND_SLIPS_FROM) return undefined;
  for (const [known, kind] of KINDS) {
    if (known.length >= KIND_SLIPS_FROM && isWithin(word, known, 1)) return kind;
  }
  return undefined;
}

/**
 * Compares two names by the words that tell: `same` and `slip` (a slip of the finger in long words)
 * have all of them in common, in any order; `contained` only those of the shorter name; `silent`
 * when one has none ("La boulangerie"); `other` when a word of each is missing in the other.
 */
export function likenessOf(one: ComparableName, other: ComparableName): Likeness {
  if (one.full === other.full || (one.joined && one.joined === other.joined)) return 'same';
  const [few, many] = one.words.length <= other.words.length ? [one, other] : [other, one];
  if (!few.words.length) return 'silent';
  if (!few.words.every(word => many.words.some(their => isSameWord(word, their)))) return 'other';
  if (few.words.length < many.words.length) return 'contained';
  // two words of one may be near the same word of the other
  return many.words.every(word => few.words.some(their => isSameWord(word, their)))
    ? 'slip'
    : 'other';
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const length = Math.min(one.length, other.length);
  if (length < SLIPS_FROM) return false;
  const slips = length < 9 ? 1 : 2;
  // most words are other words: one slip does not change both ends
  if (slips === 1 && one[0] !== other[0] && one.at(-1) !== other.at(-1)) return false;
  // "Bistrot 1900" and "Bistrot 1901" are two
  return isWithin(one, other, slips) && !/\d/.test(one);
}

/** Whether at most `slips` letters are wrong, missing, extra or exchanged. */
function isWithin(one: string, other: string, slips: number): boolean {
  if (Math.abs(one.length - other.length) > slips) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const a = one.slice(at);
  const b = other.slice(at);
  if (!a || !b || !slips) return Math.max(a.length, b.length) <= slips;
  return (
    isWithin(a.slice(1), b.slice(1), slips - 1) ||
    isWithin(a.slice(1), b, slips - 1) ||
    isWithin(a, b.slice(1), slips - 1) ||
    (a[0] === b[1] && a[1] === b[0] && isWithin(a.slice(2), b.slice(2), slips - 1))
  );
}
