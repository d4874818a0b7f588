import {html, nothing, type TemplateResult} from 'lit';
import type {DeskPerson, Role} from '../api/types.js';
import {selectField, textField} from '../templates/fields.js';
import {textOf} from '../templates/form.js';
import {formProblem} from '../templates/problem.js';
import {FoldList} from './fold-list.js';

/** Who works in the shop. */
export class People extends FoldList<DeskPerson> {
  private emailError = '';

  protected fetch(): Promise<readonly DeskPerson[]> {
    return this.owner.api.people();
  }

  template(): TemplateResult {
    const {messages} = this.owner.words();
    return this.fold(
      'people',
      messages.peopleTitle,
      people => html`
        <ul class="rows">
          ${people.map(person => this.person(person))}
        </ul>
        <form novalidate @submit=${this.handleSubmit}>
          <div class="row">
            ${textField({
              name: 'person-email',
              label: messages.personEmail,
              type: 'email',
              error: this.emailError,
            })}
            ${selectField(
              {name: 'person-role', label: messages.personRole, value: 'clerk'},
              (['clerk', 'merchant'] as const).map(role => [role, messages.roles[role]]),
            )}
          </div>
          ${formProblem(this.changing)}
          <div class="steps">
            <button class="button" type="submit">${messages.invite}</button>
          </div>
        </form>
      `,
    );
  }

  private person({id, email, name, role}: DeskPerson): TemplateResult {
    const {messages} = this.owner.words();
    const remove = (): void =>
      void this.ask(() => this.owner.api.dismiss(id), messages.dismissed(email));
    return html`<li>
      <p>
        <b>${name ?? email}</b> ${name ? email : nothing}
        <span class="badge">${messages.roles[role]}</span>
      </p>
      <button
        class="button"
        type="button"
        aria-label=${messages.dismissPerson(email)}
        @click=${remove}
      >
        ${messages.remove}
      </button>
    </li>`;
  }

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const {messages} = this.owner.words();
    const element = event.currentTarget as HTMLFormElement;
    const form = new FormData(element);
    const email = textOf(form, 'person-email');
    this.emailError = /^[^@\s]+@[^@\s]+$/.test(email) ? '' : messages.invalidEmail;
    if (this.emailError) {
      this.owner.focus('#person-email');
      return;
    }
    const role = textOf(form, 'person-role') as Role;
    void this.ask(() => this.owner.api.invite(email, role), messages.invited(email)).then(
      succeeded => succeeded && element.reset(),
    );
  };
}
