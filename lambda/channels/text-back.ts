import { isOpen, type Answer } from '../../models/alert/index.ts';
import { takeMessage } from '../../models/message/index.ts';
import type { PersonRecords } from '../../models/person-record/index.ts';
import type { Clock, CouncilId } from '../../models/shared/index.ts';
import type { AlertDesk } from '../alerts/alert-desk.ts';
import { textedTo, type Texted } from '../store/texted-rows.ts';
import type { Table } from '../store/table.ts';
import { ukPhone } from './uk-phone.ts';

interface TextBack { readonly id: string; readonly from: string; readonly message: string }
/** `council`: whose service the text came to. */
interface Needs { readonly council: CouncilId; readonly table: Table; readonly alerts: AlertDesk; readonly records: PersonRecords; readonly clock: Clock }

const mostTries = 5;

/** A text sent back: "OK" answers what was texted last and still waits; anything else is a message for the person, read out when they ask for it. */
export async function textBack({ id, from, message }: TextBack, needs: Needs): Promise<'answered' | 'passed-on' | 'nobody-known'> {
  const number = ukPhone(from);
  const texted = number === undefined ? [] : await textedTo(needs.table, needs.council, number);
  const last = texted.at(-1);
  if (last === undefined) return 'nobody-known';
  const word = answerIn(message);
  if (word !== undefined && await answerNewest(texted, word, needs)) return 'answered';
  if (last.memberId === undefined) return 'nobody-known';
  await passOn(last, last.memberId, { id, message }, needs);
  return 'passed-on';
}

/** "OK", "ok thanks", "yes will do", "I'm on my way". */
function answerIn(message: string): Answer['word'] | undefined {
  const plain = message.toLowerCase().replaceAll(/[^a-z' ]+/g, ' ').replaceAll('\'', '').replaceAll(/\s+/g, ' ').trim();
  if (/^(?:ok |okay |yes )?(?:im |i am )?(?:on my way|omw|coming(?: now)?|setting off(?: now)?|going round(?: now)?)\b.{0,30}$/.test(plain)) return 'on-my-way';
  return /^(?:ok|okay|k|yes|yep|yeah|y|sure|will do|on it|dealing with it|im dealing with it|i am dealing with it|got it|seen|thanks|thank you)(?: (?:ok|thanks|thank you|ta|will do|cheers|love|mum|dad|x+|on it|dealing with it|im dealing with it))*$/.test(plain) ? 'ok' : undefined;
}

async function answerNewest(texted: readonly Texted[], word: Answer['word'], { alerts, clock }: Needs): Promise<boolean> {
  for (const { councilId, personId, memberId, alertId } of texted.toReversed()) {
    const alert = await alerts.find({ councilId, personId, alertId });
    if (alert === undefined || !isOpen(alert)) continue;
    const by = memberId === undefined ? { kind: 'person' as const } : { kind: 'member' as const, memberId };
    const result = await alerts.answer({ councilId, personId, alertId }, { by, word, at: clock(), through: 'text' });
    if (result.kind === 'answered') return true;
  }
  return false;
}

async function passOn({ councilId, personId }: Texted, memberId: string, { id, message }: Pick<TextBack, 'id' | 'message'>, { records, clock }: Needs): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const record = await records.byPerson(councilId, personId);
    const from = record?.household.circle.find((member) => member.id === memberId);
    if (record === undefined || from === undefined) return;
    const result = await records.save(record, {
      idempotencyKey: `text-${id}`, at: clock(), messageBook: takeMessage(record.messageBook, { id: `text-${id}`, fromMemberId: memberId, fromName: from.name, words: message.slice(0, longestMessage), sentAt: clock() }),
      audit: [{ action: 'message-taken', by: memberId, about: 'text' }],
    });
    if (result.kind !== 'changed-meanwhile') return;
  }
}

/** As long as is bearable to hear at once. */
const longestMessage = 300;
