import { mayDo } from '../../models/access/index.ts';
import { seenOf } from '../../models/person-record/index.ts';
import type { RequestDraft } from '../../models/service-request/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { whatWords, whenWantedWords } from '../../skill/service-request/speech.ts';
import { capitalised, moneyWords } from '../../skill/words/index.ts';
import { assistantAskRows } from '../store/assistant-ask-rows.ts';
import { StoreDoesNotAnswer } from '../store/store-errors.ts';
import type { Called, Told } from './tool.ts';

const goodForMs = 10 * 60_000;

/** A request read back whole, with its price and what would be left, and kept for ten minutes under an id that is good for one yes. `first`: why it is read back again. */
export async function readBack(called: Called, draft: RequestDraft, { first = '', again = false }: { readonly first?: string; readonly again?: boolean } = {}): Promise<Told> {
  const { services, key, record, now, today, newId } = called;
  const { household, budget } = record;
  const seen = seenOf(draft, record);
  const { costPence, leftAfterPence, reasons, shortPence, isFree, isForReview, mark } = seen;
  const id = newId();
  if (!await assistantAskRows(services.table).add(id, { keyId: key.id, draft, mark, again, endsAt: (now + goodForMs) as Instant }, record)) throw new StoreDoesNotAnswer('a request that was read back may not have been kept');
  const isKnown = !reasons.includes('unknown-cost');
  const seesMoney = budget !== undefined && !isFree && isKnown && mayDo(key.identity, 'see-money', { councilId: record.councilId, household });
  const left = leftAfterPence < 0 ? '' : ` and leaves ${moneyWords(leftAfterPence)}`;
  const price = isFree ? 'It’s free.' : isKnown ? `It costs ${moneyWords(costPence)}${draft.everyWeeks === undefined ? '' : ' for a whole period'}${seesMoney ? left : ''}.` : 'The price is not known.';
  const short = shortPence === undefined ? '' : seesMoney ? ` That is ${moneyWords(shortPence)} more than is left.` : ' There is not enough left for it.';
  const next = isForReview ? ` ${household.council.adviser} would have to agree, and nothing is spent until then. Shall I ask ${household.council.adviser}?` : ' Shall I ask for it?';
  return {
    words: `${first === '' ? '' : `${first} `}${capitalised(whatWords(draft))}${whenWantedWords(draft, today)}. ${price}${short}${next}`,
    facts: {
      status: 'read-back', confirmation_id: id, good_until: new Date(now + goodForMs).toISOString(), service: draft.serviceName, provider: draft.providerName, ...(draft.on !== undefined && { day: draft.on }), ...(isKnown && { price_pence: isFree ? 0 : costPence }),
      ...(seesMoney && { left_after_pence: leftAfterPence }), needs_adviser: isForReview, ...(isForReview && { why_adviser: reasons }),
      what_to_do: 'Read this out, wait for the answer, and call confirm_service_request with the very words of the answer. Never answer for them.',
    },
  };
}
