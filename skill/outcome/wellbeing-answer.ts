import type { Question } from '../../models/outcome/index.ts';
import type { Reply } from '../pending-question.ts';

/** What somebody's words answer: one of the question's answers, one of two, nothing that is on its scale, or nothing at all. */
export type SaidAnswer =
  | { readonly kind: 'one'; readonly value: string }
  | { readonly kind: 'either'; readonly one: string; readonly other: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'none' };

/** Reads a reply as an answer: "seven", "about a seven", "ten out of ten", "the second one", "hardly ever". "Seven or eight" is not settled here. */
export function answerIn({ scale }: Question, reply: Reply): SaidAnswer {
  if (reply.kind === 'rating' && reply.word !== undefined) return scale.kind === 'words' ? chosen(scale.choices, reply.word) : end(reply.word);
  const [number, other] = numbersIn(reply);
  if (number === undefined) return { kind: 'none' };
  if (scale.kind === 'words') {
    const choice = reply.kind === 'choice' ? scale.choices[number - 1] : undefined;
    return choice === undefined ? { kind: 'outside' } : { kind: 'one', value: choice.value };
  }
  if (number > most || (other !== undefined && other > most)) return { kind: 'outside' };
  return other === undefined || other === number ? { kind: 'one', value: String(number) } : { kind: 'either', one: spoken(number), other: spoken(other) };
}

const most = 10;
const spoken = (number: number): string => (number === 0 ? 'nought' : String(number));

/** A bare number may come as a place in a list or as an hour, as the speaker heard it. */
function numbersIn(reply: Reply): readonly [number?, number?] {
  switch (reply.kind) {
    case 'rating': return reply.numbers;
    case 'choice': return reply.position === undefined || reply.id !== undefined ? [] : [reply.position];
    case 'time': return reply.time.endsWith(':00') ? [Number(reply.time.slice(0, 2)) % 12 || 12] : [];
    default: return [];
  }
}

/** "Not at all" and "completely" are the ends that the question itself names. */
function end(word: string): SaidAnswer {
  if (word === 'not-at-all') return { kind: 'one', value: '0' };
  return word === 'completely' ? { kind: 'one', value: String(most) } : { kind: 'outside' };
}

/** "Never" is "hardly ever or never", "often" is "often or always", where the question has no nearer answer of its own. */
function chosen(choices: readonly { readonly value: string }[], word: string): SaidAnswer {
  const exact = choices.find(({ value }) => value === word);
  const wider = choices.filter(({ value }) => value.split('-or-').includes(word));
  const found = exact ?? (wider.length === 1 ? wider[0] : undefined);
  return found === undefined ? { kind: 'outside' } : { kind: 'one', value: found.value };
}
