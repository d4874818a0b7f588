import type {WidgetAttribute} from '../widgets/types.js';
import type {Language} from './embed-forms.js';
import {addressesIn, isAddress} from './settings.js';

const SENTENCES = {
  number: ['Écrivez un nombre, par exemple {example}.', 'Write a number, such as {example}.'],
  integer: [
    'Écrivez un nombre entier, par exemple {example}.',
    'Write a whole number, such as {example}.',
  ],
  minimum: ['Écrivez {minimum} au moins.', 'Write at least {minimum}.'],
  maximum: ['Écrivez {maximum} au plus.', 'Write {maximum} at most.'],
  coordinates: [
    'Écrivez la longitude, une virgule, la latitude, avec des points : {example}.',
    'Write longitude, a comma, latitude, with points: {example}.',
  ],
  swapped: [
    'La longitude et la latitude semblent inversées : la longitude d’abord, par exemple {example}.',
    'Longitude and latitude look swapped: longitude comes first, such as {example}.',
  ],
  url: [
    'Ce n’est pas une adresse. Écrivez par exemple {example}.',
    'This is no address. Write for example {example}.',
  ],
  scheme: [
    'Une adresse commence par https://, par / ou par le nom d’un fichier.',
    'An address begins with https://, with / or with the name of a file.',
  ],
  email: ['Écrivez une adresse électronique : {example}.', 'Write an e-mail address: {example}.'],
  length: [
    'Écrivez une longueur CSS, par exemple {example}.',
    'Write a CSS length, such as {example}.',
  ],
  color: ['« {value} » n’est pas une couleur CSS.', '“{value}” is no CSS colour.'],
  'time-zone': [
    'Écrivez un fuseau, par exemple {example}.',
    'Write a time zone, such as {example}.',
  ],
  date: ['Écrivez une date, par exemple {example}.', 'Write a date, such as {example}.'],
  tel: [
    'Écrivez un numéro de téléphone, par exemple {example}.',
    'Write a telephone number, such as {example}.',
  ],
} as const;

/** What is wrong with the value of an attribute, in a sentence; undefined when nothing is. */
export function faultOf(
  attribute: WidgetAttribute,
  value: string,
  lang: Language,
): string | undefined {
  if (value.trim() === '') return undefined;
  const name = kindOfFault(attribute, value.trim());
  if (!name) return undefined;
  const {example = '', minimum, maximum} = attribute;
  const gaps: Record<string, string> = {
    example: example || (attribute.type === 'integer' ? String(attribute.default ?? 1) : '10'),
    minimum: String(minimum),
    maximum: String(maximum),
    value,
  };
  const sentence = SENTENCES[name][lang === 'fr' ? 0 : 1];
  return sentence.replace(/\{(\w+)\}/g, (_, gap: string) => gaps[gap] ?? '');
}

function kindOfFault(
  attribute: WidgetAttribute,
  value: string,
): keyof typeof SENTENCES | undefined {
  const {type} = attribute;
  if (isAddress(attribute)) return addressesIn(attribute, value).map(faultOfAddress).find(Boolean);
  switch (type) {
    case 'integer':
    case 'number':
      return faultOfNumber(attribute, value);
    case 'coordinates':
      return faultOfCoordinates(value);
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : 'email';
    case 'tel':
      return /^\+?[\d\s().-]{3,}$/.test(value) ? undefined : 'tel';
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? undefined : 'date';
    case 'length':
      return /^\d+(\.\d+)?(rem|em|px|vh|svh|dvh|%)$/.test(value) ? undefined : 'length';
    case 'color':
      return addressesIn(attribute, value).every(one => CSS.supports('color', one))
        ? undefined
        : 'color';
    case 'time-zone':
      return isTimeZone(value) ? undefined : 'time-zone';
    default:
      return undefined;
  }
}

function faultOfNumber(
  {type, minimum, maximum}: WidgetAttribute,
  value: string,
): keyof typeof SENTENCES | undefined {
  if (!(type === 'integer' ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/).test(value)) {
    return type === 'integer' ? 'integer' : 'number';
  }
  if (minimum !== undefined && Number(value) < minimum) return 'minimum';
  return maximum !== undefined && Number(value) > maximum ? 'maximum' : undefined;
}

function faultOfCoordinates(value: string): keyof typeof SENTENCES | undefined {
  const [, longitude = NaN, latitude = NaN] =
    /^(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(value)?.map(Number) ?? [];
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return 'coordinates';
  // in metropolitan France only once the two change places
  const isSwapped = longitude > 41.3 && longitude < 51.2 && latitude > -5.3 && latitude < 9.7;
  return isSwapped ? 'swapped' : undefined;
}

function faultOfAddress(address: string): 'url' | 'scheme' | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(address) && !/^(https?|webcal):\/\/[^/]/i.test(address))
    return 'scheme';
  return /[<>"\s]/.test(address) ||
    !URL.canParse(address.replace(/[{}]/g, ''), 'https://a.example/')
    ? 'url'
    : undefined;
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('fr', {timeZone});
    return true;
  } catch {
    return false;
  }
}
