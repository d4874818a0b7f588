import type {Check, Finding} from '../finding.js';

/** Whether our tags arrived on the page, or what a content system made of them. */
export const checkTags: Check = ({document, elements, widgets}) => {
  const findings: Finding[] = [];
  for (const form of document.querySelectorAll<HTMLElement>('[data-local-widget]')) {
    const name = form.dataset['localWidget'] ?? '';
    if (widgets.includes(name)) continue;
    findings.push({
      kind: 'problem',
      fr: `data-local-widget="${name}" ne désigne aucun module. Il y a : ${widgets.join(', ')}.`,
      en: `data-local-widget="${name}" names no widget. There are: ${widgets.join(', ')}.`,
    });
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.local-widget')) {
    if (link.closest(tagsOf(widgets))) continue;
    findings.push({
      kind: 'problem',
      fr: `Le lien « ${link.textContent.trim()} » ne mène pas à …/embed/ suivi du nom d’un module.`,
      en: `The link “${link.textContent.trim()}” does not lead to …/embed/ followed by the name of a widget.`,
    });
  }
  if (isShownAsText(document, widgets)) {
    findings.push({
      kind: 'problem',
      fr: 'Le code d’un module est affiché comme du texte : l’éditeur du site l’a neutralisé. Employez la forme div ou lien.',
      en: 'The code of a widget is shown as text: the site’s editor made it harmless. Use the div or the link.',
      code: '<div data-local-widget="shops-map" data-src="…">…</div>',
    });
  }
  if (elements.length === 0 && !document.querySelector('iframe.local-widget')) {
    findings.push({
      kind: 'problem',
      fr: 'Cette page n’a aucun module. Si vous en avez écrit un, l’éditeur du site l’a supprimé : employez la forme div ou lien.',
      en: 'This page has no widget. If you wrote one, the site’s editor removed it: use the div or the link.',
      code: '<a class="local-widget" href="https://…/embed/shops-map?src=…">…</a>',
    });
  }
  return findings;
};

const tagsOf = (widgets: readonly string[]): string => `local-${widgets.join(',local-')}`;

/** Some content systems print the source of tags that they do not know. */
function isShownAsText(document: Document, widgets: readonly string[]): boolean {
  const source = new RegExp(`<local-(?:${widgets.join('|')})\\b`);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const {nodeValue, parentElement} = texts.currentNode;
    // a page about our tags shows them on purpose
    if (
      source.test(nodeValue ?? '') &&
      !parentElement?.closest('script,style,template,code,pre,textarea')
    ) {
      return true;
    }
  }
  return false;
}
