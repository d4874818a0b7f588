import {
  EVIDENCE_FOLDER,
  type Criterion,
  type Evidence,
  type Finding,
  type Rgaa,
  type Status,
  type Theme,
} from '../evidence/accessibility.js';
import type {Widget} from '../widgets/types.js';
import {ACCESSIBILITY_WORDS, frenchly} from './accessibility-words.js';
import {accessibilityPath} from './examples.js';
import {html, type Html} from './html.js';
import {relativeTo} from './links.js';
import type {Language, Page} from './page.js';
import {SITE_WORDS} from './words.js';

const STATUSES: readonly Status[] = ['C', 'NC', 'NT', 'NA'];

export interface AllEvidence {
  readonly all: readonly Evidence[];
  readonly rgaa: Rgaa;
  readonly widgets: readonly Widget[];
  readonly version: string;
}

/** What each widget meets of the RGAA, and a page that sums it up. */
export function accessibilityPages(
  {all, rgaa, widgets, version}: AllEvidence,
  lang: Language,
): Page[] {
  const known = widgets.flatMap(widget => {
    const evidence = all.find(({tag}) => tag === widget.tag);
    return evidence ? [{widget, evidence}] : [];
  });
  const beside = [
    {path: accessibilityPath(undefined, lang), title: ACCESSIBILITY_WORDS[lang].index},
    ...known.map(({widget}) => ({
      path: accessibilityPath(widget.name, lang),
      title: widget.label[lang],
    })),
  ];
  return [
    {...indexPage(known, lang), beside},
    ...known.map(({widget, evidence}) => ({
      ...onePage({widget, evidence}, rgaa, lang, version),
      beside,
    })),
  ];
}

interface Known {
  readonly widget: Widget;
  readonly evidence: Evidence;
}

function indexPage(known: readonly Known[], lang: Language): Page {
  const words = ACCESSIBILITY_WORDS[lang];
  const path = accessibilityPath(undefined, lang);
  const rows = known.map(({widget, evidence}) => {
    const counts = countsOf(evidence);
    return html`<tr>
      <th scope="row">
        <a href="${relativeTo(path, accessibilityPath(widget.name, lang))}"
          >${widget.label[lang]}</a
        >
      </th>
      ${STATUSES.map(status => html`<td class="number">${counts[status]}</td>`)}
    </tr>`;
  });
  return {
    ...pageOf(path, words.index, lang),
    body: html`<h1>${words.index}</h1>
      <p class="lead">${frenchly(words.lead, lang)}</p>
      <div class="scroll" role="group" tabindex="0" aria-label="${SITE_WORDS[lang].table}">
        <table>
          <thead>
            <tr>
              <th scope="col">${words.widget}</th>
              ${STATUSES.map(status => html`<th scope="col">${words.status[status]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>
      <p>${frenchly(words.how, lang)}</p>`,
  };
}

function onePage({widget, evidence}: Known, rgaa: Rgaa, lang: Language, version: string): Page {
  const words = ACCESSIBILITY_WORDS[lang];
  const {tag, standard, checked} = evidence;
  const path = accessibilityPath(widget.name, lang);
  const title = words.title(widget.label[lang]);
  const counts = countsOf(evidence);
  return {
    ...pageOf(path, frenchly(title, lang), lang, widget.name),
    body: html`<h1>${frenchly(title, lang)}</h1>
      <p class="lead">${frenchly(words.lead, lang)}</p>
      <dl class="facts">
        ${STATUSES.map(
          status =>
            html`<div>
              <dt>${words.status[status]}</dt>
              <dd>${counts[status]}</dd>
            </div>`,
        )}
      </dl>
      <p>${frenchly(words.how, lang)} ${words.checked(dateIn(checked, lang))}</p>
      <h2 id="cite">${words.cite}</h2>
      <blockquote>
        <p>${frenchly(words.citation(tag, standard, version), lang)}</p>
      </blockquote>
      <p><a href="${relativeTo(path, `files/${EVIDENCE_FOLDER}/${tag}.json`)}">${words.data}</a></p>
      ${rgaa.themes.map(theme => themeSection(theme, evidence, lang, path))}`,
  };
}

function themeSection(theme: Theme, {criteria}: Evidence, lang: Language, path: string): Html {
  const id = `theme-${theme.number}`;
  const is = (criterion: Criterion): Finding => criteria[criterion.number]!;
  const apply = theme.criteria.filter(criterion => is(criterion).status !== 'NA');
  const others = theme.criteria.filter(criterion => is(criterion).status === 'NA');
  const summary = ACCESSIBILITY_WORDS[lang].notApplicable(others.length);
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${theme.number}. ${theme.title[lang]}</h2>
    ${
      apply.length > 0 &&
      html`<ul class="entries">
        ${apply.map(criterion => entry(criterion, is(criterion), lang, path))}
      </ul>`
    }
    ${
      others.length > 0 &&
      html`<details>
        <summary>${summary}</summary>
        <ul class="entries">
          ${others.map(criterion => entry(criterion, is(criterion), lang, path))}
        </ul>
      </details>`
    }
  </section>`;
}

/** The criterion as it was published, in French, and what holds. */
function entry(
  {number, title, wcag}: Criterion,
  finding: Finding,
  lang: Language,
  path: string,
): Html {
  const words = ACCESSIBILITY_WORDS[lang];
  const {status, how} = finding;
  return html`<li>
    <h3 id="c${number.replace('.', '-')}">
      ${number} <span class="status ${status.toLowerCase()}">${words.status[status]}</span>
    </h3>
    <p class="hint">
      <span ${lang === 'en' && html` lang="fr"`}>${frenchly(title, 'fr')}</span>
      <span lang="en">(WCAG ${wcag.join(', ')})</span>
    </p>
    <p>${frenchly(how[lang], lang)}</p>
    ${sources(finding, lang, path)}
  </li>`;
}

function sources(finding: Finding, lang: Language, path: string): Html | false {
  const words = ACCESSIBILITY_WORDS[lang];
  const {tests = [], scripts = [], reviews = []} = finding;
  if (tests.length + scripts.length + reviews.length === 0) return false;
  const list = (title: string, items: readonly Html[]): Html | false =>
    items.length > 0 &&
    html`<p>${title}${lang === 'fr' ? ' :' : ':'}</p>
      <ul>
        ${items.map(item => html`<li>${item}</li>`)}
      </ul>`;
  const script = (name: string): string => relativeTo(path, `accessibility/scripts/${name}.html`);
  return html`<details>
    <summary>${words.evidence}</summary>
    ${list(
      words.byTest,
      tests.map(
        ({file, title}) => html`<span lang="en">${title}</span>, <code class="path">${file}</code>`,
      ),
    )}
    ${list(
      words.byScript,
      scripts.map(name => html`<a href="${script(name)}" lang="fr" hreflang="fr">${name}</a>`),
    )}
    ${list(
      words.byReading,
      reviews.map(file => html`<code class="path">${file}</code>`),
    )}
  </details>`;
}

const pageOf = (
  path: string,
  title: string,
  lang: Language,
  name?: string,
): Omit<Page, 'body'> => ({
  path,
  lang,
  title,
  section: 'guides',
  summary: ACCESSIBILITY_WORDS[lang].lead,
  other: accessibilityPath(name, lang === 'fr' ? 'en' : 'fr'),
});

function countsOf({criteria}: Evidence): Record<Status, number> {
  const counts: Record<Status, number> = {C: 0, NC: 0, NT: 0, NA: 0};
  for (const {status} of Object.values(criteria)) counts[status]++;
  return counts;
}

const dateIn = (date: string, lang: Language): string =>
  new Intl.DateTimeFormat(lang, {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(date));
