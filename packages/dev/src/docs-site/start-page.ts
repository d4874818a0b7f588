import {elementForm, scriptTag} from '../configurator/embed-forms.js';
import type {Widget, WidgetsJson} from '../widgets/types.js';
import {configuratorPath} from './examples.js';
import {html, inFrench} from './html.js';
import {relativeTo} from './links.js';
import {widgetCards} from './lists.js';
import {exampleSettings, liveExample} from './live-example.js';
import type {Language, Page} from './page.js';
import {SITE_WORDS} from './words.js';

const WORDS = {
  fr: inFrench({
    lead: 'Commerces et producteurs, commandes à retirer, messages, agenda : des widgets pour le site d’une commune ou d’un commerce. Une balise, vos fichiers, votre charte. Ni compte, ni clé, ni cookie.',
    configure: 'Préparer un widget',
    start: 'Cinq minutes pour commencer',
    live: 'Le voici, pour de vrai',
    liveHelp: 'Les adresses d’une commune imaginaire, lues dans un simple fichier.',
    code: 'Et c’est tout ce qu’il faut écrire',
    promises: 'Ce que vous pouvez en attendre',
    list: [
      [
        'La liste d’abord',
        'Tout ce que montre la carte est dans la liste, au clavier et au lecteur d’écran : c’est ce que demande le RGAA.',
      ],
      [
        'Rien sans raison',
        'Aucun tiers contacté que la page n’a choisi, rien gardé sur l’appareil avant une action : pas de bandeau.',
      ],
      [
        'Chaque octet vérifié',
        'Une empreinte sur la balise, et tout fichier qui s’exécute ensuite est contrôlé.',
      ],
      [
        'À votre image',
        'Police, couleurs, clair ou sombre : le widget prend ceux de votre page, du téléphone au grand écran.',
      ],
    ],
  }),
  en: {
    lead: 'Shops and producers, orders to collect, messages, events: widgets for the site of a town or a shop. One tag, your files, your looks. No account, no key, no cookie.',
    configure: 'Set up a widget',
    start: 'Start in five minutes',
    live: 'Here it is, for real',
    liveHelp: 'The addresses of an imaginary town, read from a plain file.',
    code: 'And this is all you write',
    promises: 'What you can expect of it',
    list: [
      [
        'List first',
        'All that the map shows is in the list, by keyboard and screen reader, as the French RGAA asks.',
      ],
      [
        'Nothing without a reason',
        'No third party that the page did not choose, nothing kept on the device before an action: no banner.',
      ],
      ['Every byte checked', 'A hash on the tag, and every file that runs after it is verified.'],
      [
        'In your looks',
        'Type, colours, light or dark: the widget takes those of your page, from phone to wide screen.',
      ],
    ],
  },
};

export function startPage(widgets: readonly Widget[], json: WidgetsJson, lang: Language): Page {
  const path = lang === 'fr' ? 'index.html' : 'en/index.html';
  const words = WORDS[lang];
  const map = widgets.find(({name}) => name === 'shops-map')!;
  const settings = exampleSettings('shops-map');
  const start = lang === 'fr' ? 'guides/start.html' : 'en/guides/start.html';
  return {
    path,
    lang,
    section: 'start',
    title: SITE_WORDS[lang].tagline,
    summary: words.lead,
    other: lang === 'fr' ? 'en/index.html' : 'index.html',
    scripts: ['local-widgets/local-widgets.js'],
    wide: true,
    body: html`<div class="hero">
        <h1>${SITE_WORDS[lang].tagline}</h1>
        <p class="lead">${words.lead}</p>
        <p class="actions">
          <a class="button" href="${relativeTo(path, configuratorPath(lang))}"
            >${words.configure}</a
          >
          <a class="button quiet" href="${relativeTo(path, start)}">${words.start}</a>
        </p>
      </div>
      ${widgetCards(widgets, path, lang)}
      <section aria-labelledby="live">
        <h2 id="live">${words.live}</h2>
        <p>${words.liveHelp}</p>
        <div class="live">${liveExample(map, path, lang)}</div>
        <h3>${words.code}</h3>
        <pre tabindex="0"><code>${scriptTag(json, settings)}

${elementForm(map, settings, lang)}</code></pre>
      </section>
      <section aria-labelledby="promises">
        <h2 id="promises">${words.promises}</h2>
        <dl class="promises">
          ${words.list.map(
            ([term, text]) =>
              html`<div>
                <dt>${term}</dt>
                <dd>${text}</dd>
              </div>`,
          )}
        </dl>
      </section>`,
  };
}
