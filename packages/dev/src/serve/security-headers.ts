/** How strict a page is about scripts that turn text into code. */
export interface PagePolicy {
  /** Whether a Content-Security-Policy is sent at all. */
  csp: boolean;
  /** `on` allows the policies of Lit and of the script tag's loader; `off` requires no Trusted Types. */
  trustedTypes: 'on' | 'off';
  /** Other origins that the page may speak with, such as the town's hub. */
  connect?: readonly string[];
}

export const strictPolicy: PagePolicy = {csp: true, trustedTypes: 'on'};

const directives = (connect: readonly string[]): string[] => [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https://data.geopf.fr",
  ["connect-src 'self'", ...connect].join(' '),
  "base-uri 'none'",
  "form-action 'self'",
];

/** Headers of every HTML page we serve: what a careful town hall's server sends. */
export function pageHeaders(policy: PagePolicy = strictPolicy): Record<string, string> {
  const headers = {'referrer-policy': 'strict-origin-when-cross-origin'};
  if (!policy.csp) return headers;
  const all = directives(policy.connect ?? []);
  if (policy.trustedTypes !== 'off') {
    all.push("require-trusted-types-for 'script'", 'trusted-types lit-html local-widgets');
  }
  return {...headers, 'content-security-policy': all.join('; ')};
}
