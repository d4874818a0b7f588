import type {ChatProfile} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';

/** The merchant's first words, and what they are asked most: answered at once, or put into the field. */
export function greetingTemplate(
  {greeting, quickQuestions}: ChatProfile,
  ask: (question: string) => void,
): TemplateResult {
  return html`${greeting ? html`<p class="bubble greeting">${greeting}</p>` : nothing}
  ${quickQuestions.map(({question, answer}) =>
    answer
      ? html`<details class="question">
          <summary>${question}</summary>
          <p>${answer}</p>
        </details>`
      : html`<button class="button question" type="button" @click=${() => ask(question)}>
          ${question}
        </button>`,
  )}`;
}
