import type {Product, WithdrawalException} from '../schemas/catalogue.js';
import {ALLERGEN_NAMES} from './allergens.js';
import {FRENCH_DAYS, WEEKDAYS} from './values/days.js';

type Cell = string | number | boolean | undefined;

const EXCEPTIONS: Readonly<Record<WithdrawalException, string>> = {
  none: 'aucune',
  perishable: 'périssable',
  'made-to-order': 'sur mesure',
  'sealed-hygiene': 'hygiène',
};

/** Headers and cells that `readCatalogue` knows. */
const COLUMNS: Readonly<Record<string, (product: Product) => Cell>> = {
  Identifiant: ({id}) => id,
  Nom: ({name}) => name,
  Catégorie: ({category}) => category,
  Description: ({description}) => description,
  Prix: ({price}) => decimal((price / 100).toFixed(2)),
  TVA: ({vatRate}) => `${decimal(String(vatRate / 100))} %`,
  Contenance: contentCell,
  Stock: ({stock}) => stock,
  'Maximum par commande': ({maxPerOrder}) => maxPerOrder,
  Points: ({points}) => points,
  'Préparation (min)': ({preparationMinutes}) => preparationMinutes,
  Jours: ({availability}) =>
    availability?.weekdays?.map(day => FRENCH_DAYS[WEEKDAYS.indexOf(day)]).join(', '),
  Saison: seasonCell,
  Alimentaire: ({isFood}) => isFood,
  Ingrédients: ({ingredients}) => ingredients,
  Allergènes: allergensCell,
  Origine: ({origin}) => origin,
  Photo: ({image}) => image?.url,
  'Texte de la photo': ({image}) => image?.alt,
  Rétractation: ({withdrawalException}) => withdrawalException && EXCEPTIONS[withdrawalException],
  Masqué: ({isHidden}) => isHidden,
};

/**
 * A catalogue as a French spreadsheet: CSV (RFC 4180) with `;`, CRLF, decimal commas, and the byte
 * order mark by which Excel knows UTF-8. `readCatalogue` reads it back without loss, but for line
 * ends inside texts, which become spaces.
 */
export function writeCatalogueCsv(products: readonly Product[]): string {
  const rows = products.map(product => Object.values(COLUMNS).map(read => cellOf(read(product))));
  const lines = [Object.keys(COLUMNS), ...rows].map(cells => cells.join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/**
 * A cell, quoted where it must be. What a spreadsheet would take for a formula, which can call
 * programs and leak the sheet, gets an apostrophe before it, as OWASP advises (CSV injection); our
 * reader takes it off again.
 */
function cellOf(value: Cell): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  const plain = String(value ?? '').replace(/\p{Cc}+/gu, ' ');
  const text = /^'*\s*[=+\-@＝＋－＠]/.test(plain) ? `'${plain}` : plain;
  return /[";,]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function contentCell({content}: Product): Cell {
  if (!content) return undefined;
  const {quantity, unit} = content;
  // never with an exponent
  const amount = String(Number(quantity.toFixed(6)));
  return `${decimal(amount)} ${unit === 'piece' ? 'pièce' : unit}`;
}

function seasonCell({availability}: Product): Cell {
  const {season} = availability ?? {};
  const date = (monthDay: string) => monthDay.split('-').reverse().join('/');
  return season && `${date(season.from)} - ${date(season.to)}`;
}

/** None is told, too: it is not the same as not told. */
function allergensCell({allergens}: Product): Cell {
  if (allergens?.length === 0) return 'aucun';
  return allergens?.map(allergen => ALLERGEN_NAMES.fr[allergen]).join(', ');
}

function decimal(number: string): string {
  return number.replace('.', ',');
}
