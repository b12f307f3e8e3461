import type { FoundService } from '../../models/service/index.ts';
import type { Facts } from '../answer.ts';
import { phone, say } from '../ssml.ts';
import { capitalised } from '../words/index.ts';
import { costWords, whenOnWords } from './speech.ts';

/** The single facts of a service just told: its price, when it is, who runs it, and its number where the directory has one. */
export function serviceFacts(found: FoundService): Facts {
  const price = `${capitalised(costWords(found))}.`;
  const when = whenOnWords(found.usualTimes).trim();
  const number = found.service.contacts?.flatMap((contact) => contact.phones ?? [])[0]?.number;
  return {
    'in-short': `${capitalised(found.name)}, ${costWords(found)}.`, price, who: `${capitalised(found.name)}.`,
    ...(when !== '' && { time: `${capitalised(when)}.`, day: `${capitalised(when)}.` }),
    ...(number !== undefined && { phone: say`${found.name} is on ${phone(number)}.` }),
  };
}
