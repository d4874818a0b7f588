import type {Language, RegistrationList} from '@local-widgets/model/schemas.js';
import {mailFormat} from '../../mail/mail-format.js';

const WORDS = {
  fr: {
    columns: [
      'Date',
      'Heure',
      'État',
      'Rang',
      'Places',
      'Nom',
      'E-mail',
      'Téléphone',
      'Inscription',
    ],
    states: {confirmed: 'confirmée', waiting: 'en attente', cancelled: 'annulée'},
  },
  en: {
    columns: [
      'Date',
      'Time',
      'State',
      'Position',
      'Places',
      'Name',
      'E-mail',
      'Telephone',
      'Signed up',
    ],
    states: {confirmed: 'confirmed', waiting: 'waiting', cancelled: 'cancelled'},
  },
};

/**
 * Who comes, for a spreadsheet as it is opened in France: semicolons, a mark that it is UTF-8, and nothing
 * that it would take for a formula (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function registrationsCsv(
  {dates}: RegistrationList,
  {language, timeZone}: {language: Language; timeZone: string},
): string {
  const words = WORDS[language];
  const format = mailFormat(language, timeZone);
  const rows = dates.flatMap(({startsAt, registrations}) => {
    const start = new Date(startsAt);
    return registrations.map(({state, position, places, contact, createdAt, isAllDay}) => [
      format.day(start),
      isAllDay ? '' : format.time(start),
      words.states[state],
      position ?? '',
      places,
      contact?.name,
      contact?.email,
      contact?.telephone,
      format.exactly(new Date(createdAt)),
    ]);
  });
  const lines = [words.columns, ...rows].map(cells => cells.map(toCell).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function toCell(value: string | number | undefined): string {
  const text = String(value ?? '').replace(/[\r\n]+/g, ' ');
  // a telephone number begins with its plus sign and is no formula
  const isNumber = /^\+[\d ().-]+$/.test(text);
  const safe = /^[=+\-@\t]/.test(text) && !isNumber ? `'${text}` : text;
  return /[";]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
