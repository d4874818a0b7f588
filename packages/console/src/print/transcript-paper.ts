import {html, type TemplateResult} from 'lit';
import type {Transcript} from '../inbox/room/transcript.js';
import type {DeskOwner} from '../state/desk-owner.js';

/** A conversation on A4. */
export function transcriptPaper({title, days}: Transcript, owner: DeskOwner): TemplateResult {
  return html`<article class="sheet transcript">
    <h1>${owner.profile?.name ?? ''}</h1>
    <p>${title}</p>
    ${days.map(
      ({day, lines}) =>
        html`<h2>${day}</h2>
          ${lines.map(
            ({time, author, text}) =>
              html`<div class="line">
                <p><b>${author}</b> ${time}</p>
                <p class="text">${text}</p>
              </div>`,
          )}`,
    )}
  </article>`;
}
