import type {Finding} from '../finding.js';

/** What a browser tells of a refusal, by an event or by a report. */
interface Refusal {
  readonly effectiveDirective: string;
  /** The event says `blockedURI`, a report `blockedURL`. */
  readonly blockedURI?: string | null;
  readonly blockedURL?: string | null;
  readonly disposition?: string;
}

/** Not in the types of every browser yet (https://w3c.github.io/reporting/). */
type Observer = new (
  hear: (reports: readonly {readonly body: Refusal}[]) => void,
  options: {types: string[]; buffered: boolean},
) => {observe(): void; disconnect(): void};

/** Tells each thing once that the page's Content-Security-Policy refuses, from before the doctor came on. */
export function watchPolicy(
  {document, window}: {document: Document; window: Window},
  tell: (finding: Finding) => void,
): void {
  const told = new Set<string>();
  const hear = ({effectiveDirective, blockedURI, blockedURL, disposition}: Refusal): void => {
    const what = blockedURI ?? blockedURL ?? '';
    const source = URL.canParse(what) ? new URL(what).origin : what;
    const line = lineFor(effectiveDirective, source);
    if (disposition === 'report' || told.has(line)) return;
    told.add(line);
    tell({
      kind: 'problem',
      fr: `La politique de sécurité de la page (CSP) refuse ${what || 'quelque chose'}. Si cela vient d’un module, ajoutez :`,
      en: `The page’s security policy (CSP) refuses ${what || 'something'}. If it is of a widget, add:`,
      code: line,
    });
  };
  document.addEventListener('securitypolicyviolation', hear);
  const {ReportingObserver} = window as {ReportingObserver?: Observer};
  if (!ReportingObserver) return;
  new ReportingObserver(reports => reports.forEach(({body}) => hear(body)), {
    types: ['csp-violation'],
    buffered: true,
  }).observe();
}

function lineFor(directive: string, source: string): string {
  if (directive === 'trusted-types' || directive === 'require-trusted-types-for') {
    return 'trusted-types lit-html local-widgets';
  }
  return `${directive.replace(/-(?:elem|attr)$/, '')} ${source}`;
}
