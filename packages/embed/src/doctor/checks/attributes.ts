import type {Check, Finding} from '../finding.js';

/** What every element may have, whoever wrote it. */
const COMMON =
  /^(?:id|class|lang|dir|hidden|slot|title|role|part|tabindex|local-widget|hub|(?:aria|data)-.+)$/;

/** Whether the attributes are ones that the elements know, and whether there is something for people without scripts. */
export const checkAttributes: Check = ({elements, window}) =>
  elements.flatMap(element => [...unknown(element, window), ...withoutContent(element)]);

function unknown(element: Element, {customElements}: Window): Finding[] {
  const {localName} = element;
  const known = (customElements.get(localName) as {observedAttributes?: string[]} | undefined)
    ?.observedAttributes;
  if (!known) return [];
  return element
    .getAttributeNames()
    .filter(name => !COMMON.test(name) && !known.includes(name))
    .map(name => ({
      kind: 'problem',
      fr: `<${localName}> ne connaît pas l’attribut « ${name} ». Il connaît : ${known.join(', ')}.`,
      en: `<${localName}> does not know the attribute “${name}”. It knows: ${known.join(', ')}.`,
    }));
}

function withoutContent(element: Element): Finding[] {
  const {localName} = element;
  if (element.textContent.trim() !== '' || element.hasAttribute('shop')) return [];
  if (localName === 'local-chat' || localName === 'local-collect-button') return [];
  return [
    {
      kind: 'advice',
      fr: `<${localName}> est vide : mettez-y un lien vers la liste, pour qui n’a pas de JavaScript et pour les moteurs de recherche.`,
      en: `<${localName}> is empty: put a link to the list inside, for people without JavaScript and for search engines.`,
      code: `<${localName} …><a href="liste.html">La liste</a></${localName}>`,
    },
  ];
}
