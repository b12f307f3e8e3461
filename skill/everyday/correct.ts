import { corrected } from '../corrected.ts';
import { ask, type Answer } from '../answer.ts';
import type { Reply } from '../pending-question.ts';
import type { Said, SlotBag } from '../slots.ts';
import { asIf, type Turn } from '../turn.ts';

/** "No, I said Thursday", "I meant the cleaner", "not Priya, Sam": the last thing asked is answered again with that put right. */
export async function correct(turn: Turn, reply: Reply): Promise<Answer | undefined> {
  const { asked } = turn.memory;
  const said = asked === undefined ? undefined : again(asked, valuesIn(turn.slots, reply));
  if (said === undefined && asked !== undefined && isOnlyNot(reply) && corrected(asked, { worker: { value: '' } }) !== undefined) return whoThen();
  const meant = said ?? (reply.kind === 'meant' ? onItsOwn(reply.slots) : undefined);
  return meant === undefined ? undefined : { ...(await turn.dialogue.answer(asIf(turn, meant.intent, meant.slots))), answers: meant };
}

function again(asked: Said, values: SlotBag): Said | undefined {
  const meant = corrected(asked, values);
  return meant === undefined ? undefined : { intent: asked.intent, slots: meant };
}

/** The number of a choice is a place in a list, never an amount. */
function valuesIn({ worker, service, ...others }: SlotBag, { kind }: Reply): SlotBag {
  return { ...(kind !== 'choice' && others), ...(worker !== undefined && { worker }), ...(service !== undefined && { service }) };
}

/** "Not Priya", and no more said. */
const isOnlyNot = (reply: Reply) => reply.kind === 'meant' && Object.keys(reply.slots).join() === 'notWorker';

function whoThen(): Answer {
  return ask([], 'Who did you mean?', { kind: 'anything-else' }, 'Say a name, like Sam. Or ask me something else.');
}

/** With nothing it could put right, what was meant is asked about by itself. */
function onItsOwn({ worker, need, service }: SlotBag): Said | undefined {
  if (worker !== undefined) return { intent: 'NextCareVisitIntent', slots: { worker } };
  if (service !== undefined) return { intent: 'ServiceDetailIntent', slots: { service } };
  return need === undefined ? undefined : { intent: 'FindServiceIntent', slots: { need } };
}
