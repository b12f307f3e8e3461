import { mostPrivateKeys, privateKeyEndsAt, actorOf, type AssistantKey, type Identity } from '../../models/access/index.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import type { AssistantsDesk } from '../../web/console/assistants-port.ts';
import type { Services } from '../services.ts';
import { assistantKeyRows } from '../store/assistant-key-rows.ts';

/** Keys for assistants, for the console of one council. */
export function assistantsDesk({ table, clock }: Pick<Services, 'table' | 'clock'>, council: CouncilId): AssistantsDesk {
  const rows = assistantKeyRows(table);
  return {
    list: async (identity, person) => (await rows.list(council, person)).filter((key) => seesIt(identity, key)).map(({ identity: maker, id, name, may, madeAt, usedAt, endsAt }) => ({
      id, name, may, madeAt, isOwn: actorOf(maker) === actorOf(identity), whose: maker.name, ...(usedAt !== undefined && { usedAt }), ...(endsAt !== undefined && { endsAt }),
    })),
    make: async (identity, personId, about) => {
      const now = clock();
      if ((await rows.list(council, personId)).length >= mostPrivateKeys) return { kind: 'too-many' };
      const endsAt = privateKeyEndsAt(identity, now);
      const key = await rows.add({ ...about, identity, personId, madeAt: now, ...(endsAt !== undefined && { endsAt }) });
      return key === undefined ? { kind: 'uncertain' } : { kind: 'made', key };
    },
    end: async (identity, personId, id) => {
      const key = (await rows.list(council, personId)).find((each) => each.id === id);
      return key === undefined || !seesIt(identity, key) || rows.remove(key);
    },
  };
}

/** Staff who look after the circle, and the person, see every key there is; others their own. */
function seesIt(identity: Identity, { identity: maker }: AssistantKey): boolean {
  return actorOf(maker) === actorOf(identity) || identity.kind === 'person' || identity.kind === 'staff';
}
