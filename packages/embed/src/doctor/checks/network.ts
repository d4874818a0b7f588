import type {Check, Finding} from '../finding.js';

/** Milliseconds after which a server counts as silent. */
const PATIENCE = 8000;

/** Whether the sources and the hubs that the page names can be reached from it. */
export const checkNetwork: Check = async ({elements, document, window}) => {
  const addresses = new Map<string, What>();
  for (const element of elements) {
    const src = element.getAttribute('src')?.trim() ?? '';
    // data in the page, or what another check says
    if (src !== '' && !/^[#{[]/.test(src)) {
      for (const one of src.split(/\s+/)) addresses.set(one, 'source');
    }
    const hub = element.getAttribute('hub')?.trim() ?? '';
    if (hub !== '' && takesHub(element)) addresses.set(hub, whatIsAt(element));
  }
  const findings = await Promise.all(
    [...addresses].map(([address, what]) => visit(address, what, document, window)),
  );
  return findings.flat();
};

/** A file or feed; a hub; a shop of WooCommerce in its place. */
type What = 'source' | 'hub' | 'shop';

/** What stands there that every page may ask for. */
const PUBLIC: Readonly<Record<What, string>> = {source: '', hub: '/api/shops', shop: '/wp-json/'};

const whatIsAt = (element: Element): What =>
  element.getAttribute('back-end') === 'woocommerce' ? 'shop' : 'hub';

const takesHub = ({localName}: Element): boolean => localName !== 'local-shops-map';

async function visit(
  address: string,
  what: What,
  {baseURI}: Document,
  {location}: Window,
): Promise<Finding[]> {
  const name =
    what === 'source' ? {fr: 'La source', en: 'The source'} : {fr: 'Le serveur', en: 'The server'};
  if (!URL.canParse(address, baseURI)) {
    return [
      problem(
        `${name.fr} « ${address} » n’est pas une adresse.`,
        `${name.en} “${address}” is no address.`,
      ),
    ];
  }
  const base = what === 'source' ? address : address.replace(/\/$/, '');
  const url = new URL(base + PUBLIC[what], baseURI);
  if (location.protocol === 'https:' && url.protocol === 'http:') {
    return [
      problem(
        `${name.fr} ${address} est en http : une page en https ne peut pas l’interroger. Écrivez https.`,
        `${name.en} ${address} is http: a page of https cannot ask it. Write https.`,
      ),
    ];
  }
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const {ok, status} = await fetch(url, {signal});
    if (ok) return [good(`${name.fr} ${address} répond.`, `${name.en} ${address} answers.`)];
    return [
      problem(
        `${name.fr} ${address} répond par l’erreur ${status}.`,
        `${name.en} ${address} answers with error ${status}.`,
      ),
    ];
  } catch {
    // whether anything is there at all, for whom the answer is not
    const isThere = await fetch(url, {mode: 'no-cors', signal}).then(
      () => true,
      () => false,
    );
    return [
      isThere
        ? problem(
            `${name.fr} ${address} répond, mais n’autorise pas cette page (CORS). Il lui faut l’en-tête ci-dessous.`,
            `${name.en} ${address} answers, but does not allow this page (CORS). It needs the header below.`,
            `Access-Control-Allow-Origin: ${location.origin}`,
          )
        : problem(
            `${name.fr} ${address} est injoignable : serveur arrêté, adresse fausse, ou règle connect-src de cette page.`,
            `${name.en} ${address} cannot be reached: it is down, the address is wrong, or a connect-src of this page forbids it.`,
            `connect-src ${url.origin}`,
          ),
    ];
  }
}

const problem = (fr: string, en: string, code?: string): Finding => ({
  kind: 'problem',
  fr,
  en,
  ...(code !== undefined && {code}),
});
const good = (fr: string, en: string): Finding => ({kind: 'good', fr, en});
