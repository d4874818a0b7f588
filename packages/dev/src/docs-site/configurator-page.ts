import {configuratorPath} from './examples.js';
import {html, inFrench} from './html.js';
import {relativeTo} from './links.js';
import type {Language, Page} from './page.js';

const WORDS = {
  fr: inFrench({
    title: 'Configurateur',
    lead: 'Choisissez un widget, réglez-le, voyez-le, copiez le code. Ce que vous écrivez ici reste dans votre navigateur ; l’aperçu, lui, contacte les serveurs que vous nommez et le fond de carte choisi.',
    without:
      'Le configurateur a besoin de JavaScript. Sans lui, les pages des widgets disent tout :',
    list: 'les widgets',
  }),
  en: {
    title: 'Configurator',
    lead: 'Choose a widget, set it up, see it, copy the code. What you write here stays in your browser; the preview contacts the servers that you name, and the base map chosen.',
    without:
      'The configurator needs JavaScript. Without it, the pages of the widgets say everything:',
    list: 'the widgets',
  },
};

/** The frame of the configurator; its script fills it in. */
export function configuratorPage(lang: Language): Page {
  const path = configuratorPath(lang);
  const words = WORDS[lang];
  const to = (target: string): string => relativeTo(path, target);
  return {
    path,
    lang,
    section: 'configurator',
    title: words.title,
    summary: words.lead,
    other: configuratorPath(lang === 'fr' ? 'en' : 'fr'),
    scripts: ['local-widgets/local-widgets.js', 'configurator.js'],
    wide: true,
    // the preview reads the data, maps and hubs that a webmaster names
    policy: {'connect-src': "'self' https: http:", 'img-src': "'self' https: http:"},
    body: html`<h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <div
        id="configurator"
        data-widgets="${to('local-widgets/widgets.json')}"
        data-examples="${to('examples/data/x').slice(0, -1)}"
      >
        <p>
          ${words.without}
          <a href="${to(lang === 'fr' ? 'widgets/index.html' : 'en/widgets/index.html')}"
            >${words.list}</a
          >.
        </p>
      </div>`,
  };
}
