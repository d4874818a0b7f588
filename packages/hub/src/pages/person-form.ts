import type {Language} from '@local-widgets/model/schemas.js';
import {isEmail} from '../accounts/email.js';
import {textOf} from './form-body.js';
import {pageWords} from './page-words.js';

/** A name and an e-mail address as somebody typed them, and what is wrong with them. */
export interface PersonForm {
  name: string;
  email: string;
  problems?: {name?: string; email?: string};
}

export function readPersonForm(body: unknown, language: Language): PersonForm {
  const {field} = pageWords(language);
  const [name, email] = [textOf(body, 'name'), textOf(body, 'email')];
  const isNamed = name.length > 0 && name.length <= 80;
  const problems = {
    ...(!isNamed && {name: field.name}),
    ...(!isEmail(email) && {email: field.email}),
  };
  return {name, email, ...(Object.keys(problems).length > 0 && {problems})};
}
