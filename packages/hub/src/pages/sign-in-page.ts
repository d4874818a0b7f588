import type {Language} from '@local-widgets/model/schemas.js';
import {field} from './field.js';
import {html, type Markup} from './html.js';
import {layout} from './layout.js';
import {pageWords} from './page-words.js';
import type {PersonForm} from './person-form.js';

/** Asks for the address to which a link is sent. */
export function askPage(
  language: Language,
  {email = '', isWrong = false, isGone = false} = {},
): Markup {
  const words = pageWords(language);
  return layout({
    words,
    title: words.signIn.title,
    content: html`${isGone && html`<p class="notice problem" role="alert">${words.signIn.gone}</p>`}
      <p>${words.signIn.lead}</p>
      <form method="post" action="/sign-in/link" novalidate>
        ${field({
          id: 'email',
          label: words.signIn.email,
          value: email,
          type: 'email',
          autocomplete: 'email',
          problem: isWrong ? words.field.email : undefined,
        })}
        <button>${words.signIn.send}</button>
      </form>
      <p><a href="/desk/">${words.signIn.passkey}</a></p>`,
  });
}

/** The same for addresses that are known and those that are not. */
export function sentPage(language: Language): Markup {
  const words = pageWords(language);
  return layout({
    words,
    title: words.signIn.sentTitle,
    content: html`<p role="status">${words.signIn.sent}</p>
      <p><a href="/sign-in">${words.signIn.another}</a></p>`,
  });
}

/** The button that uses the link of a mail: scanners open links, they press nothing. */
export function enterPage(language: Language, token: string): Markup {
  const words = pageWords(language);
  return layout({
    words,
    title: words.signIn.openTitle,
    content: html`<p>${words.signIn.open}</p>
      <form method="post" action="/sign-in">
        <input type="hidden" name="token" value="${token}" />
        <button>${words.signIn.enter}</button>
      </form>`,
  });
}

/** Asks the first admin who they are. */
export function setUpPage(language: Language, token: string, form: PersonForm): Markup {
  const words = pageWords(language);
  return layout({
    words,
    title: words.setUp.title,
    content: html`<p>${words.setUp.lead}</p>
      <form method="post" action="/sign-in" novalidate>
        <input type="hidden" name="token" value="${token}" />
        ${field({
          id: 'name',
          label: words.setUp.name,
          value: form.name,
          autocomplete: 'name',
          problem: form.problems?.name,
        })}
        ${field({
          id: 'email',
          label: words.setUp.email,
          value: form.email,
          type: 'email',
          autocomplete: 'email',
          problem: form.problems?.email,
        })}
        <button>${words.setUp.confirm}</button>
      </form>`,
  });
}
