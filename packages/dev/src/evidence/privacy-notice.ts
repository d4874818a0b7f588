import type {Widget, WidgetOrigin} from '../widgets/types.js';

type Language = 'fr' | 'en';

/** What these pages take of a widget's description. */
export type SaidOfWidget = Pick<
  Widget,
  'label' | 'name' | 'origins' | 'permissions' | 'privacy' | 'storage'
>;

const fr = {
  title: 'Le texte de vos mentions',
  intro:
    'Ce que la page « données personnelles » de votre site doit dire des widgets qu’elle montre : copiez les parties qui vous concernent, et complétez les passages entre crochets. Cette page est écrite à partir des mêmes descriptions que `widgets.json`, que des essais dans un navigateur comparent à ce qui se passe vraiment.',
  stored: 'Sur l’appareil',
  nothing: 'Rien n’est gardé sur l’appareil : ni cookie, ni stockage local.',
  storedHead: ['clé', 'écrite quand', 'pour', 'durée'],
  received: 'Qui reçoit quelque chose',
  receivedHead: ['qui', 'quand', 'pour'],
  asked: 'Ce que le navigateur demande',
  own: 'le site qui sert les fichiers du widget',
  data: 'les sites nommés dans vos données',
  address: (name: string): string => `l’adresse de votre réglage \`${name}\``,
  only: (value: string): string => ` (si ${value})`,
  keys: '`{hub}` est l’adresse du serveur, `{shop}` le nom du commerce, `{message}` le numéro du message.',
  hub: 'Si vos widgets parlent à un hub',
  hubText: `> Les commandes, messages et inscriptions sont traités par [qui tient le hub] pour le compte de [commerce,
> association ou commune], responsable du traitement, afin de [préparer votre commande, vous répondre, vous
> inscrire]. Base légale : [l’exécution du contrat ; la mission d’intérêt public]. Les coordonnées d’une commande
> sont effacées 30 jours après sa fin, une conversation après [60] jours. La comptabilité garde la commande sans
> votre nom. Vous pouvez voir, exporter et effacer ce qui vous concerne par le lien reçu, ou en écrivant à [adresse].
> Vous pouvez adresser une réclamation à la CNIL.

Qui tient un hub pour d’autres signe avec eux [un accord de sous-traitance](processor.md).`,
};

type Words = typeof fr;

const en: Words = {
  title: 'The text of your privacy notice',
  intro:
    'What the privacy page of your site has to say of the widgets that it shows: copy the parts that concern you, and fill in what is in brackets. This page is written from the same descriptions as `widgets.json`, which tests in a browser compare with what really happens.',
  stored: 'On the device',
  nothing: 'Nothing is kept on the device: no cookie, no local storage.',
  storedHead: ['key', 'written when', 'for', 'how long'],
  received: 'Who receives something',
  receivedHead: ['who', 'when', 'for'],
  asked: 'What the browser asks',
  own: 'the site that serves the files of the widget',
  data: 'the sites that your data names',
  address: (name: string): string => `the address of your setting \`${name}\``,
  only: (value: string): string => ` (if ${value})`,
  keys: '`{hub}` is the address of the server, `{shop}` the name of the shop, `{message}` the number of the message.',
  hub: 'If your widgets talk to a hub',
  hubText: `> Orders, messages and registrations are processed by [who keeps the hub] on behalf of [shop, association or
> commune], the controller, in order to [prepare your order, answer you, register you]. Legal basis: [performance of
> the contract; a task in the public interest]. Contact details of an order are erased 30 days after it ended, a
> conversation after [60] days. The accounts keep the order without your name. You can see, export and erase what
> concerns you by the link that you received, or by writing to [address]. You may complain to [the CNIL, in France].

Who keeps a hub for others signs [a processing agreement](processor.md) with them.`,
};

const WORDS: Readonly<Record<Language, Words>> = {fr, en};

/** The page with what a site's privacy notice says of each widget, in Markdown. */
export function privacyNotice(widgets: readonly SaidOfWidget[], lang: Language): string {
  const words = WORDS[lang];
  const keyed = widgets.some(({storage}) => storage.length > 0);
  return [
    GENERATED,
    `# ${words.title}`,
    words.intro,
    ...widgets.flatMap(widget => section(widget, lang)),
    `## ${words.hub}`,
    words.hubText,
    ...(keyed ? [words.keys] : []),
  ].join('\n\n');
}

/** Comments of a text are left out of the site. */
export const GENERATED = '<!-- Written by "npm run evidence:pages"; do not change it here. -->';

function section(
  {label, privacy, storage, origins, permissions}: SaidOfWidget,
  lang: Language,
): string[] {
  const words = WORDS[lang];
  const rows = storage.map(one => [
    `\`${one.key.replaceAll('|', '\\|')}\` (${one.area})`,
    one.written[lang],
    one.purpose[lang],
    one.lifetime[lang],
  ]);
  const receivers = origins.map(one => [whoIs(one, words), one.when[lang], one.why[lang]]);
  return [
    `## ${label[lang]}`,
    `> ${privacy[lang]}`,
    `### ${words.stored}`,
    rows.length > 0 ? table(words.storedHead, rows) : words.nothing,
    `### ${words.received}`,
    table(words.receivedHead, receivers),
    ...(permissions.length > 0
      ? [
          `### ${words.asked}`,
          permissions
            .map(one => `- \`${one.name}\`: ${one.when[lang]}, ${TO[lang]} ${one.why[lang]}.`)
            .map(line => (lang === 'fr' ? line.replace('`:', '` :') : line))
            .join('\n'),
        ]
      : []),
  ];
}

const TO: Readonly<Record<Language, string>> = {fr: 'pour', en: 'to'};

function whoIs({from, origin, attribute, values}: WidgetOrigin, words: Words): string {
  if (from === 'sdk') return words.own;
  if (from === 'data') return words.data;
  if (from === 'attribute') return words.address(attribute ?? '');
  const setting = `\`${attribute}="${(values ?? []).join('" / "')}"\``;
  return `\`${origin}\`${attribute === undefined ? '' : words.only(setting)}`;
}

/** Headings of several widgets are the same: each table follows its own. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
