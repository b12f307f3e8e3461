import { createHash, randomInt, randomUUID } from 'node:crypto';
import { workerNamed, type CareWorkerAccess, type WorkerIdentity } from '../../models/access/index.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import type { WorkersDesk } from '../../web/console/workers-port.ts';
import { pins } from '../pins.ts';
import type { Services } from '../services.ts';
import { peopleOfProvider, providersOf } from '../store/provider-rows.ts';
import { sessions } from '../store/session-rows.ts';
import { workerStore } from '../store/worker-rows.ts';
import { countTry, forgetTries } from '../store/wrong-tries.ts';

/** No letter or number that could be another. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** One council's providers and who of their care workers may sign in. */
export function workersDesk({ table, clock }: Pick<Services, 'table' | 'clock'>, council: CouncilId): WorkersDesk {
  const store = workerStore(table);
  let nobodysPin: CareWorkerAccess['pin'] | undefined;
  const shown = async ({ id, name }: { readonly id: string; readonly name: string }) => {
    const [workers, codeMadeAt] = await Promise.all([store.workers(council, id), store.codeMadeAt(council, id)]);
    return { id, name, codeMadeAt, workers: workers.map(({ pin: _kept, ...worker }) => worker) };
  };
  const signOut = (providerId: string, worker: Pick<CareWorkerAccess, 'id' | 'firstName'>) => sessions(table).endAll(workerIdentity(council, providerId, worker));
  return {
    providers: async () => Promise.all((await providersOf(table, council)).map(shown)),
    provider: async (id) => {
      const found = (await providersOf(table, council)).find((each) => each.id === id);
      if (found === undefined) return undefined;
      const [provider, people] = await Promise.all([shown(found), peopleOfProvider(table, council, id)]);
      const all = new Map(people.flatMap(({ workers }) => workers).map((worker) => [worker.id, worker]));
      return { ...provider, inVisits: [...all.values()].filter((worker) => !provider.workers.some((each) => each.id === worker.id)) };
    },
    renewCode: async (providerId, by) => {
      const code = Array.from({ length: 8 }, () => letters.charAt(randomInt(letters.length))).join('');
      await store.keepCode(council, providerId, code, by);
      return `${code.slice(0, 4)}-${code.slice(4)}`;
    },
    add: async (providerId, { id = `w-${randomUUID()}`, firstName }, by) => {
      const pin = newPin();
      const number = await store.add(council, providerId, { id, firstName, pin: pins.hash(pin), pinGivenAt: by.at }, by);
      return number === 'there-already' ? number : { firstName, number, pin };
    },
    givePin: async (providerId, workerId, by) => {
      const pin = newPin();
      const worker = await store.worker(council, providerId, workerId);
      if (worker === undefined || !await store.change(council, providerId, workerId, { pin: pins.hash(pin), pinGivenAt: by.at }, by)) return undefined;
      await signOut(providerId, worker);
      return { firstName: worker.firstName, number: worker.number, pin };
    },
    stop: async (providerId, workerId, by) => {
      const worker = await store.worker(council, providerId, workerId);
      if (worker === undefined || !await store.change(council, providerId, workerId, { stoppedAt: by.at }, by)) return false;
      await signOut(providerId, worker);
      return true;
    },
    signIn: async ({ code, name, pin }) => {
      const providerId = await store.providerBy(council, code);
      // The same is read and worked out for a code that nobody has.
      const worker = workerNamed(await store.workers(council, providerId ?? 'none'), name);
      const tries = createHash('sha256').update(providerId === undefined || worker === undefined ? `typed ${council} ${code} ${name}`.toLowerCase() : `worker ${council} ${providerId} ${worker.id}`).digest('hex');
      const isLooked = await countTry(table, council, tries, clock());
      nobodysPin ??= pins.hash('');
      const isRight = pins.matches(pin, worker?.pin ?? nobodysPin);
      if (!isLooked || !isRight || providerId === undefined || worker === undefined) return undefined;
      await forgetTries(table, council, tries);
      return workerIdentity(council, providerId, worker);
    },
    stands: async ({ councilId, providerId, workerId }) => {
      const worker = councilId === council ? await store.worker(council, providerId, workerId) : undefined;
      return worker !== undefined && worker.stoppedAt === undefined;
    },
  };
}

export function workerIdentity(councilId: CouncilId, providerId: string, { id, firstName }: Pick<CareWorkerAccess, 'id' | 'firstName'>): WorkerIdentity {
  return { kind: 'worker', councilId, id: `${providerId}/${id}`, name: firstName, providerId, workerId: id };
}

function newPin(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}
