import type {FiguresFile, Moment, Rgesn, RgesnCriterion} from './figures.js';
import {GENERATED, table, type SaidOfWidget} from './privacy-notice.js';

type Language = 'fr' | 'en';

const fr = {
  title: 'Sobriété : ce que coûte un widget',
  intro:
    'Mesuré dans un vrai navigateur, page vide sauf le widget, avant toute action puis après un usage ordinaire : chercher et ouvrir un commerce, changer de vue et ouvrir un évènement, mettre un produit au panier, envoyer un message. Une commune peut reprendre ces chiffres dans sa déclaration d’écoconception.',
  about: (date: string, browser: string, processor: string): string =>
    `Mesuré le ${date}, ${browser}, ${processor}. D’autres machines ont d’autres millisecondes ; les octets et les demandes restent.`,
  again:
    'Les chiffres se refont avec `npm run evidence` ; ils sont aussi [en JSON](../../evidence/figures.json).',
  before: 'Avant toute action',
  after: 'Après l’usage',
  head: [
    'widget',
    'demandes',
    'scripts, Ko',
    'données, Ko',
    'processeur, ms',
    'tâche la plus longue, ms',
    'éléments',
    'cookies',
    'clés gardées',
    'demandes par minute au repos',
  ],
  notes:
    'Scripts compressés par brotli. Données : listes, images de carte et réponses du hub, telles qu’envoyées. Une tâche de moins de 50 ms compte pour 0. Aucun fichier ne vient d’ailleurs que des adresses que la page nomme.',
  rgesn: 'Le RGESN, critère par critère',
  rgesnIntro:
    'Le référentiel général d’écoconception (2024) évalue un service entier. Voici ce que le widget y apporte ; « à vous » désigne ce qui dépend du site ou de l’hébergeur.',
  rgesnHead: ['critère', '', 'comment, et comment on le sait'],
  status: {C: 'conforme', NC: 'non conforme', NA: 'sans objet', site: 'à vous'},
  test: 'essai',
  source: 'voir',
};

type Words = typeof fr;

const en: Words = {
  title: 'Sobriety: what a widget costs',
  intro:
    'Measured in a real browser, on a page that is empty but for the widget, before anybody acts and after ordinary use: to search and open a shop, to change views and open an event, to put something into the basket, to send a message. A commune can take these figures over into its declaration.',
  about: (date: string, browser: string, processor: string): string =>
    `Measured on ${date}, ${browser}, ${processor}. Other machines have other milliseconds; bytes and requests stay.`,
  again:
    'The figures are made again by `npm run evidence`; they are also there [as JSON](../../evidence/figures.json).',
  before: 'Before anybody acts',
  after: 'After the use',
  head: [
    'widget',
    'requests',
    'scripts, kB',
    'data, kB',
    'processor, ms',
    'longest task, ms',
    'elements',
    'cookies',
    'keys kept',
    'requests a minute at rest',
  ],
  notes:
    'Scripts as brotli makes them. Data: lists, tiles and answers of the hub, as they were sent. A task of less than 50 ms counts as 0. No file comes from anywhere but the addresses that the page names.',
  rgesn: 'The RGESN, criterion by criterion',
  rgesnIntro:
    'The French rules for sober services (2024) assess a whole service. This is what the widget contributes; “yours” is what depends on the site or its host. Titles are in French, as published.',
  rgesnHead: ['criterion', '', 'how, and how that is known'],
  status: {C: 'met', NC: 'not met', NA: 'not applicable', site: 'yours'},
  test: 'test',
  source: 'see',
};

const WORDS: Readonly<Record<Language, Words>> = {fr, en};

/** Figures of each widget and what they mean for the RGESN, in Markdown. */
export function sobrietyPage(
  figures: FiguresFile,
  rgesn: Rgesn,
  widgets: readonly SaidOfWidget[],
  lang: Language,
): string {
  const words = WORDS[lang];
  const {measured, browser, processor} = figures;
  const date = new Intl.DateTimeFormat(lang, {dateStyle: 'long', timeZone: 'UTC'}).format(
    new Date(measured),
  );
  const rowsOf = (when: 'loaded' | 'used'): string[][] =>
    figures.widgets.map(one => [
      widgets.find(({name}) => name === one.widget)?.label[lang] ?? one.widget,
      ...cells(one[when], lang),
      String(one.restingRequests[when]),
    ]);
  return [
    GENERATED,
    `# ${words.title}`,
    words.intro,
    words.about(date, browser, processor),
    `## ${words.before}`,
    table(words.head, rowsOf('loaded')),
    `## ${words.after}`,
    table(words.head, rowsOf('used')),
    words.notes,
    words.again,
    `## ${words.rgesn}`,
    words.rgesnIntro,
    table(
      words.rgesnHead,
      rgesn.criteria.map(one => criterionRow(one, lang)),
    ),
  ].join('\n\n');
}

function cells(moment: Moment, lang: Language): string[] {
  const kilobytes = new Intl.NumberFormat(lang, {maximumFractionDigits: 1});
  const {requests, scriptBytes, dataBytes, busy, longest, elements, cookies, keys} = moment;
  return [
    String(requests),
    kilobytes.format(scriptBytes / 1000),
    kilobytes.format(dataBytes / 1000),
    ...[busy, longest, elements, cookies, keys.length].map(String),
  ];
}

function criterionRow(
  {number, title, status, how, tests = [], files = []}: RgesnCriterion,
  lang: Language,
): string[] {
  const words = WORDS[lang];
  const known = [
    ...tests.map(test => `${words.test} « ${test.title} »`),
    ...files.map(file => `${words.source} \`${file}\``),
  ].map(text => (lang === 'en' ? text.replace('« ', '“').replace(' »', '”') : text));
  const proof = known.length > 0 ? ` (${known.join(' ; ')})` : '';
  return [
    `${number} ${title}`,
    words.status[status],
    `${how[lang]}${lang === 'en' ? proof.replaceAll(' ;', ';') : proof}`,
  ];
}
