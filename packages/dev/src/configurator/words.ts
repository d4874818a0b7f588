import {withFrenchSpaces} from '../widgets/french-spaces.js';
import type {Language} from './embed-forms.js';

const fr = {
  choose: '1. Le widget',
  setUp: '2. Les réglages',
  more: 'Réglages avancés',
  about: 'Votre site',
  page: 'Adresse de la page',
  pageHelp:
    'La page où vous mettrez le widget. Les adresses courtes, comme /commerces.csv, partent d’elle.',
  files: 'Dossier des fichiers du SDK',
  filesHelp:
    'Là où vous avez déposé local-widgets.js et les autres, sur votre site ou sur celui d’un hub.',
  hub: 'Adresse d’un hub, s’il y en a un',
  hubHelp: 'Pour les formes « lien » et « cadre », qui montrent une page de ce hub.',
  link: 'Lien sans JavaScript',
  linkHelp:
    'Où mène le lien placé dans le widget. Vide : le téléphone, l’adresse électronique ou le fichier.',
  needsAddress: 'Écrivez une adresse entière, par exemple https://www.votre-commune.fr/.',
  unset: 'Sans',
  example: 'Exemple : {example}',
  otherAddress: 'Une autre adresse…',
  address: 'Cette adresse',
  preview: '3. L’aperçu',
  previewExample:
    'Il manque encore {needs}. En attendant, voici le widget avec des données d’exemple.',
  previewYours: 'Voici le widget avec vos réglages.',
  previewFile: 'Voici le widget avec le fichier vérifié ci-dessous.',
  previewReach:
    'L’aperçu lit vos données depuis ce site-ci : si leur serveur ne le permet pas (en-tête Access-Control-Allow-Origin), vérifiez plutôt le fichier ci-dessous.',
  previewCorner: 'Le bouton est dans le coin de cette fenêtre.',
  or: ' ou ',
  and: ' et ',
  check: '4. Votre fichier',
  checkHelp:
    'Collez le contenu du fichier, ou choisissez-le, ou déposez-le ici. Il n’est envoyé nulle part.',
  paste: 'Contenu du fichier',
  pick: 'Choisir un fichier',
  checkNow: 'Vérifier',
  showFile: 'Le montrer dans l’aperçu',
  line: 'Ligne {n}',
  item: 'Élément {n}',
  moreRejected: 'Et {n} autres.',
  codes: '5. À copier',
  script: 'La balise script, une fois par page',
  moving:
    'Cette adresse change avec les mises à jour : la balise n’a donc pas d’empreinte. Une adresse numérotée, /v/1.4.2/, peut en avoir une.',
  hash: 'L’empreinte est celle de la version {version}. Si vos fichiers sont d’une autre version, prenez le configurateur de celle-là.',
  incomplete: 'Un réglage est à corriger, ou manque encore : voyez le formulaire.',
  element: 'Le widget',
  editors: 'Si votre éditeur supprime cette balise',
  div: 'Un bloc',
  anchor: 'Un lien',
  frame: 'Un cadre (iframe)',
  needsHub:
    'Cette forme montre une page d’un hub : indiquez plus haut son adresse, et ce que le widget y montre (fichier, commerce, salon ou calendrier).',
  shortcodes: 'Avec notre extension',
  shortcodeOf: 'Pour {system}',
  csp: 'Content-Security-Policy',
  cspHelp:
    'Si votre site envoie cet en-tête, il doit permettre au moins ceci. Ajoutez ces sources aux vôtres.',
  cspPictures: 'Si vos données nomment des photos, ajoutez à img-src le site où elles sont.',
  cspFrame: 'Pour le cadre, ceci suffit : frame-src {hub}.',
  cspTrusted: 'S’il exige Trusted Types, ajoutez : trusted-types lit-html local-widgets',
  privacy: 'Pour la page « données personnelles »',
  copy: 'Copier',
  copied: 'Copié : {what}.',
  notCopied: 'La copie n’a pas été permise. Le texte est sélectionné : Ctrl + C le copie.',
  failed: 'La description des widgets n’a pas pu être chargée. Rechargez la page.',
};

export type Words = typeof fr;

const en: Words = {
  choose: '1. The widget',
  setUp: '2. Its settings',
  more: 'Advanced settings',
  about: 'Your site',
  page: 'Address of the page',
  pageHelp: 'The page that the widget goes into. Short addresses such as /shops.csv start from it.',
  files: 'Folder of the files of the SDK',
  filesHelp: 'Where you put local-widgets.js and the others, on your site or on that of a hub.',
  hub: 'Address of a hub, if there is one',
  hubHelp: 'For the forms “link” and “frame”, which show a page of that hub.',
  link: 'Link without JavaScript',
  linkHelp: 'Where the link inside the widget leads. Empty: telephone, e-mail address or file.',
  needsAddress: 'Write a whole address, such as https://www.your-town.example/.',
  unset: 'Without',
  example: 'Example: {example}',
  otherAddress: 'Another address…',
  address: 'That address',
  preview: '3. Preview',
  previewExample: 'Still missing: {needs}. Until then, here is the widget with example data.',
  previewYours: 'Here is the widget with your settings.',
  previewFile: 'Here is the widget with the file checked below.',
  previewReach:
    'The preview reads your data from this site: if their server does not allow it (header Access-Control-Allow-Origin), check the file below instead.',
  previewCorner: 'The button is in the corner of this window.',
  or: ' or ',
  and: ' and ',
  check: '4. Your file',
  checkHelp: 'Paste the content of the file, or choose it, or drop it here. It is sent nowhere.',
  paste: 'Content of the file',
  pick: 'Choose a file',
  checkNow: 'Check',
  showFile: 'Show it in the preview',
  line: 'Line {n}',
  item: 'Item {n}',
  moreRejected: 'And {n} more.',
  codes: '5. To copy',
  script: 'The script tag, once a page',
  moving:
    'This address changes with updates, so the tag has no hash. A numbered one, /v/1.4.2/, may have one.',
  hash: 'The hash is that of version {version}. If your files are of another version, take the configurator of that one.',
  incomplete: 'A setting is wrong, or still missing: see the form.',
  element: 'The widget',
  editors: 'If your editor removes this tag',
  div: 'A block',
  anchor: 'A link',
  frame: 'A frame (iframe)',
  needsHub:
    'This form shows a page of a hub: give its address above, and what the widget shows there (file, shop, room or calendar).',
  shortcodes: 'With our plugin',
  shortcodeOf: 'For {system}',
  csp: 'Content-Security-Policy',
  cspHelp:
    'If your site sends this header, it has to allow at least this. Add these sources to yours.',
  cspPictures: 'If your data name photos, add to img-src the site where they are.',
  cspFrame: 'For the frame this is enough: frame-src {hub}.',
  cspTrusted: 'If it asks for Trusted Types, add: trusted-types lit-html local-widgets',
  privacy: 'For the privacy page',
  copy: 'Copy',
  copied: 'Copied: {what}.',
  notCopied: 'Copying was not allowed. The text is selected: Ctrl + C copies it.',
  failed: 'The description of the widgets could not be loaded. Reload the page.',
};

export const lang: Language =
  typeof document !== 'undefined' && document.documentElement.lang === 'en' ? 'en' : 'fr';

export const words: Words = lang === 'en' ? en : inFrench(fr);

function inFrench<T extends Readonly<Record<string, string>>>(texts: T): T {
  const entries = Object.entries(texts).map(([name, text]) => [name, withFrenchSpaces(text)]);
  return Object.fromEntries(entries) as T;
}

/** A sentence with its gaps filled in. */
export const fill = (sentence: string, gaps: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(gaps[name] ?? ''));
