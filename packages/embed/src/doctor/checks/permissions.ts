import type {Check, Finding} from '../finding.js';

/** Chromium's way to ask what headers allow (https://w3c.github.io/webappsec-permissions-policy/). */
interface FeaturePolicy {
  allowsFeature(feature: string): boolean;
}

/** Whether visitors can be asked for their position, by the map's and the calendar's "near me". */
export const checkPermissions: Check = async ({document, window, elements}) => {
  if (
    !elements.some(
      ({localName}) => localName === 'local-shops-map' || localName === 'local-event-calendar',
    )
  )
    return [];
  const findings: Finding[] = [];
  if (!window.isSecureContext) {
    findings.push({
      kind: 'problem',
      fr: 'La page est en http : les navigateurs ne donnent la position du visiteur qu’en https.',
      en: 'The page is http: browsers tell a visitor’s position to https alone.',
    });
  }
  if (await isForbidden(document, window)) {
    findings.push({
      kind: 'problem',
      fr: 'Un en-tête Permissions-Policy interdit la géolocalisation. Sans elle, on cherche par commune ou code postal.',
      en: 'A Permissions-Policy header forbids geolocation. Without it, people search by town or postcode.',
      code: 'Permissions-Policy: geolocation=(self)',
    });
  }
  return findings;
};

async function isForbidden(document: Document, {location}: Window): Promise<boolean> {
  const {featurePolicy} = document as {featurePolicy?: FeaturePolicy};
  if (featurePolicy) return !featurePolicy.allowsFeature('geolocation');
  const answer = await fetch(location.href, {method: 'HEAD'}).catch(() => undefined);
  return /geolocation=\(\s*\)/.test(answer?.headers.get('permissions-policy') ?? '');
}
