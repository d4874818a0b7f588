import type {CategoryId} from '../categories.js';
import type {Place} from '../place.js';

export interface CsvOptions {
  /** Name of a category, for a column that people read; without it there are only our ids. */
  readonly labelOf?: ((id: CategoryId) => string) | undefined;
}

type Cell = string | boolean | undefined;

/** Headers that `readPlaces` knows; those that French has no word for are our own field names. */
const COLUMNS: Readonly<Record<string, (place: Place) => Cell>> = {
  Nom: ({name}) => name,
  Adresse: ({address}) => address?.streetAddress,
  'Code postal': ({address}) => address?.postalCode,
  Commune: ({address}) => address?.addressLocality,
  Pays: ({address}) => address?.addressCountry,
  Téléphone: ({telephone}) => telephone,
  'E-mail': ({email}) => email,
  'Site web': ({url}) => url,
  Horaires: ({openingHours}) => openingHours,
  Description: ({description}) => description,
  Produits: ({products}) => listCell(products),
  Labels: ({labels}) => listCell(labels),
  Paiement: ({paymentAccepted}) => listCell(paymentAccepted),
  Retrait: ({services}) => services?.collect,
  Livraison: ({services}) => services?.delivery,
  Drive: ({services}) => services?.drive,
  PMR: ({services}) => services?.wheelchair,
  Photo: ({image}) => image?.url,
  Légende: ({image}) => image?.caption,
  SIRET: ({siret}) => siret,
  Latitude: ({geo}) => degrees(geo.latitude),
  Longitude: ({geo}) => degrees(geo.longitude),
  Identifiant: ({id}) => id,
  category: ({categories}) => categories.join(', '),
  categoryLabel: ({categoryLabel}) => categoryLabel,
  sourceName: ({source}) => source?.name,
  sourceUrl: ({source}) => source?.url,
  dateModified: ({source}) => source?.dateModified,
};

/**
 * The places as a spreadsheet: CSV (RFC 4180) with `;`, CRLF, and the byte order mark by which Excel
 * knows UTF-8. `readPlaces` reads it back, but for `otherSources`, for `;` and `|` inside items of
 * lists (written as `/`), and for texts that look like formulas (they keep their apostrophe).
 */
export function placesToCsv(places: readonly Place[], {labelOf}: CsvOptions = {}): string {
  const {Nom, ...others} = COLUMNS;
  const columns = Object.entries({
    Nom: Nom!,
    ...(labelOf && {Catégorie: (place: Place) => place.categories.map(labelOf).join(', ')}),
    ...others,
  });
  const rows = places.map(place => columns.map(([, read]) => cellOf(read(place))));
  const lines = [columns.map(([header]) => header), ...rows].map(cells => cells.join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** A number that is signed, a telephone number or a date: computing it does no harm. */
const NUMBER = /^[+-][\d\s.()/-]*$/;

/**
 * A cell, quoted where it must be. What a spreadsheet would take for a formula, which can call
 * programs and leak the sheet, gets an apostrophe before it, as OWASP advises (CSV injection).
 * Control characters, tabs and line ends become spaces: a place is one line. Signed numbers stay as they are: a longitude or `+33 2 97 …` holds nothing that could be called,
 * and with an apostrophe it would be no telephone number to the next program.
 */
function cellOf(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  const plain = value.replace(/\p{Cc}+/gu, ' ');
  // full-width signs are formulas to a Japanese Excel
  const isFormula = /^\s*[=+\-@＝＋－＠]/.test(plain) && !NUMBER.test(plain);
  const text = isFormula ? `'${plain}` : plain;
  return /[";,]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** With commas between; with `|` when an item has one, even alone, since readers then leave commas. */
function listCell(items: readonly string[] | undefined): string | undefined {
  const clean = items?.map(item => item.replace(/[;|\n]+/g, '/'));
  if (!clean?.some(item => item.includes(','))) return clean?.join(', ');
  return clean.length > 1 ? clean.join(' | ') : `${clean.join('')} |`;
}

/**
 * With a point, since many maps read `48,4` as 48 without a word; and at least five decimals, since a
 * French Excel takes `2.5` for the second of May.
 */
function degrees(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  const text = String(value);
  return /\.\d{5}|e/.test(text) ? text : value.toFixed(5);
}
