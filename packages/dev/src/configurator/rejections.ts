import type {EventRejectionReason, RejectedRow, UnreadableFeedCode} from '@local-widgets/model';
import type {Language} from './embed-forms.js';

type Sentences<Key extends string> = Readonly<Record<Key, readonly [fr: string, en: string]>>;

const PLACES: Sentences<RejectedRow['reason']> = {
  'no-position': [
    'Il manque la position : remplissez la latitude et la longitude.',
    'The position is missing: fill in latitude and longitude.',
  ],
  'bad-position': [
    'La position n’est pas lisible : des degrés décimaux, comme 48,40843 et 0,52484.',
    'The position cannot be read: decimal degrees, such as 48.40843 and 0.52484.',
  ],
  'swapped-position': [
    'La latitude et la longitude semblent inversées.',
    'Latitude and longitude look swapped.',
  ],
  'no-name': ['Il manque le nom.', 'The name is missing.'],
  'not-a-place': ['Ce n’est pas un lieu.', 'This is no place.'],
  'too-many': [
    'Le fichier est trop long : la suite n’est pas lue.',
    'The file is too long: the rest is not read.',
  ],
  'bad-row': [
    'La ligne n’est pas lisible : un guillemet ou un séparateur en trop.',
    'The line cannot be read: a quote or a separator too many.',
  ],
};

const EVENTS: Sentences<EventRejectionReason> = {
  'bad-row': ['L’entrée n’est pas lisible.', 'The entry cannot be read.'],
  'not-an-event': ['Ce n’est pas un événement.', 'This is no event.'],
  'no-start': ['Il manque la date de début.', 'The start is missing.'],
  'bad-start': ['La date de début n’est pas lisible.', 'The start cannot be read.'],
  'bad-end': [
    'La fin est avant le début, ou illisible.',
    'The end lies before the start, or cannot be read.',
  ],
  'bad-rule': [
    'La répétition n’est pas comprise : seule la première date est montrée.',
    'The repetition is not understood: only the first date is shown.',
  ],
  'bad-date': ['Une date de la série n’est pas lisible.', 'A date of the series cannot be read.'],
  'unknown-zone': [
    'Le fuseau horaire est inconnu : celui de la commune est pris.',
    'The time zone is unknown: that of the town is taken.',
  ],
  private: [
    'L’événement est privé : il n’est pas montré.',
    'The event is private: it is not shown.',
  ],
  'too-many-occurrences': [
    'Il y a trop de dates : la suite n’est pas montrée.',
    'There are too many dates: the rest is not shown.',
  ],
  'too-much-work': [
    'La répétition est trop compliquée : seules les premières dates sont montrées.',
    'The repetition is too complicated: only the first dates are shown.',
  ],
  'too-many': [
    'Le fichier est trop long : la suite n’est pas lue.',
    'The file is too long: the rest is not read.',
  ],
};

const UNREADABLE: Sentences<UnreadableFeedCode> = {
  empty: ['Le fichier est vide.', 'The file is empty.'],
  html: [
    'C’est une page web, pas un fichier de données : l’adresse mène peut-être à une page de connexion ou d’erreur.',
    'This is a web page, not a file of data: perhaps the address leads to a sign-in or error page.',
  ],
  binary: [
    'C’est un classeur, une image ou une archive. Dans Excel ou LibreOffice, enregistrez-le au format CSV.',
    'This is a workbook, a picture or an archive. In Excel or LibreOffice, save it as CSV.',
  ],
  'not-json': [
    'Le fichier commence comme du JSON, mais une virgule ou une accolade y manque.',
    'The file begins like JSON, but a comma or a brace is missing.',
  ],
  'missing-columns': [
    'La première ligne doit nommer les colonnes : il faut au moins un nom, une latitude et une longitude.',
    'The first line has to name the columns: at least a name, a latitude and a longitude.',
  ],
  'unknown-format': ['Ce format n’est pas reconnu.', 'This format is not known.'],
};

const say = <Key extends string>(sentences: Sentences<Key>, key: Key, lang: Language): string =>
  sentences[key][lang === 'fr' ? 0 : 1];

export const explainPlace = (reason: RejectedRow['reason'], lang: Language): string =>
  say(PLACES, reason, lang);

export const explainEvent = (reason: EventRejectionReason, lang: Language): string =>
  say(EVENTS, reason, lang);

export const explainUnreadable = (code: UnreadableFeedCode, lang: Language): string =>
  say(UNREADABLE, code, lang);
