import {cleanMessage, MESSAGE_LENGTH} from '@local-widgets/model';
import type {VisitorContact} from '@local-widgets/model/schemas.js';
import type {NewMessage} from '../client/room-client.js';
import type {Messages} from '../locales/index.js';

/** What is wrong, in the visitor's language. */
type Sentence = (messages: Messages) => string;

/** Fields whose errors stand beside them. */
export type DraftField = 'text' | 'email' | 'telephone' | 'contact';

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const TELEPHONE = /^[+0-9][0-9 ().-]{5,}$/;

/** What a person is about to send. It lives as long as the page, and nowhere else. */
export class Draft {
  text = '';
  name = '';
  email = '';
  telephone = '';
  image: NewMessage['image'];
  errors: Partial<Record<DraftField, Sentence>> = {};

  /** As the hub will keep it. */
  get clean(): string {
    return cleanMessage(this.text);
  }

  /** Characters that may still be written; negative when there are too many. */
  get left(): number {
    return MESSAGE_LENGTH - this.clean.length;
  }

  get contact(): VisitorContact {
    const name = this.name.trim();
    const email = this.email.trim();
    const telephone = this.telephone.trim();
    return {...(name && {name}), ...(email && {email}), ...(telephone && {telephone})};
  }

  /** Notes what is wrong; the first field that is, if any. */
  check(needsContact: boolean): DraftField | undefined {
    const {left} = this;
    this.errors = needsContact ? this.contactErrors : {};
    if (left < 0) this.errors.text = ({tooLong}) => tooLong(-left);
    else if (!this.clean && !this.image) this.errors.text = ({emptyMessage}) => emptyMessage;
    const order: DraftField[] = ['contact', 'email', 'telephone', 'text'];
    return order.find(field => this.errors[field]);
  }

  /** Notes what is wrong with the contact alone. */
  checkContact(): DraftField | undefined {
    this.errors = this.contactErrors;
    return (Object.keys(this.errors) as DraftField[])[0];
  }

  /** The message is on its way. */
  empty(): void {
    this.text = '';
    this.image = undefined;
    this.errors = {};
  }

  private get contactErrors(): Draft['errors'] {
    const {email, telephone} = this.contact;
    if (!email && !telephone) return {contact: ({oneOfBoth}) => oneOfBoth};
    return {
      ...(email && !EMAIL.test(email) && {email: ({emailWrong}: Messages) => emailWrong}),
      ...(telephone &&
        !TELEPHONE.test(telephone) && {telephone: ({telephoneWrong}: Messages) => telephoneWrong}),
    };
  }
}
