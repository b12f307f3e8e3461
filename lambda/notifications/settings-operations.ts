import * as z from 'zod';
import { faultsOfRule, howToMendRule, type AlertRule } from '../../models/alert/index.ts';
import { faultsOf, howToMendRoutine, noRoutines, occurrencesBetween, type Routine } from '../../models/routine/index.ts';
import { instant, localTime, personId as asPersonId } from '../../models/shared/index.ts';
import { wordingOf } from '../../skill/alert/say-alert.ts';
import type { Services } from '../services.ts';
import { alertStore } from '../store/alert-store.ts';
import { dueOperation } from '../store/due-index.ts';
import { operation, type Operation } from './operation.ts';
import { ApiProblem, notFound, notSure } from './problem.ts';
import { awayBody, routine, routineKept, rule, ruleKept } from './rule-schemas.ts';
import { personId, taken } from './schemas.ts';

const fortnightMs = 14 * 86_400_000;

/** What staff and carers set: how alerts are told, what comes round, and when somebody is away. */
export function settingsOperations({ records, table, clock, wake, rules }: Services): readonly Operation[] {
  const store = alertStore(table);
  const planAgain = async (council: Parameters<typeof store.whomToTell>[0], person: Parameters<typeof store.whomToTell>[1]) => {
    await table.transact([dueOperation(clock(), { kind: 'plan', councilId: council, personId: person })]);
    wake();
  };
  return [
    operation({
      name: 'setRule', method: 'post', path: '/rules', scope: 'settings:write', summary: 'Set how one kind of alert is told', about: 'A ladder with a step that reaches nobody, or one that ends before a human has answered, is refused.',
      body: rule, answers: { 200: { about: 'Kept', schema: ruleKept } },
      handle: async ({ body, key }) => {
        const asked = { ...body, councilId: key.councilId } as AlertRule;
        const { scope } = asked;
        const person = scope.kind === 'person' ? await store.whomToTell(key.councilId, asPersonId(scope.personId)) : undefined;
        if (scope.kind === 'person' && person === undefined) throw notFound();
        const faults = faultsOfRule(asked, person && { reach: person.reach, contacts: person.reach.contacts ?? person.record.visitBook.backupPlan.tell, desk: [{ id: 'desk', channel: 'desk', value: 'desk', isVerified: true }] });
        if (faults.length > 0) throw new ApiProblem(400, 'rule-will-not-do', 'This rule cannot be kept. The faults say why.', { faults: faults.map((fault) => ({ where: fault, what: howToMendRule[fault] })) });
        const changed = await rules.change(key.councilId, asked.id, asked, { by: { id: `key:${key.id}`, name: key.name } });
        if (changed.kind !== 'kept') throw notSure();
        const preview = asked.wording ?? wordingOf({ kind: asked.kind, urgency: 'ordinary', facts: {} }, undefined, { kind: 'person' }, clock(), false).spoken;
        return { status: 200, body: { rules: changed.rules.map(({ councilId: _, ...each }) => each), preview } };
      },
    }),
    operation({
      name: 'setRoutine', method: 'post', path: '/routines/{personId}', scope: 'settings:write', summary: 'Set something that comes round', about: 'It does nothing until the person has agreed, by voice or in writing. The answer shows the next fourteen days.',
      pathParts: z.object({ personId }), body: routine, answers: { 200: { about: 'Kept', schema: routineKept } },
      handle: async ({ path, body, key }) => {
        const person = asPersonId(path.personId);
        const found = await store.whomToTell(key.councilId, person);
        if (found === undefined) throw notFound();
        const { agreedInWriting, ...rest } = body;
        const now = clock();
        const before = found.routines.routines.find(({ id }) => id === rest.id);
        // Words that have changed were not agreed to.
        const isSame = before !== undefined && JSON.stringify(before.does) === JSON.stringify(rest.does) && before.at === rest.at;
        const asked = { ...rest, ...(agreedInWriting === true ? { agreed: { at: now, how: 'writing' } } : isSame && before.agreed !== undefined ? { agreed: before.agreed } : {}) } as unknown as Routine;
        const faults = faultsOf(asked, { ...noRoutines, routines: found.routines.routines.filter(({ id }) => id !== asked.id) }, found.record.household);
        if (faults.length > 0) throw new ApiProblem(400, 'routine-will-not-do', 'This routine cannot be kept. The faults say why.', { faults: faults.map((fault) => ({ where: fault, what: howToMendRoutine[fault] })) });
        await store.changeRoutines(key.councilId, person, ({ routines }) => ({ routines: [...routines.filter(({ id }) => id !== asked.id), asked] }));
        await planAgain(key.councilId, person);
        const zone = found.record.household.timeZone;
        const next = occurrencesBetween(asked, now, instant(now + fortnightMs), zone).map(({ on, at, isShifted }) => ({ on, at: localTime(at, zone), isShifted }));
        return { status: 200, body: { isAsked: asked.agreed === undefined, next } };
      },
    }),
    operation({
      name: 'setAway', method: 'post', path: '/people/{personId}/away', scope: 'settings:write', summary: 'Somebody is away', about: 'In hospital, say: nothing sounds at home, routines pause, and no visit is waited for until they are back.',
      pathParts: z.object({ personId }), body: awayBody, answers: { 200: { about: 'Kept', schema: taken } },
      handle: async ({ path, body, key }) => {
        const person = asPersonId(path.personId);
        if (await records.byPerson(key.councilId, person) === undefined) throw notFound();
        const [from, until] = [instant(Date.parse(body.from)), body.until === undefined ? undefined : instant(Date.parse(body.until))];
        if (until !== undefined && until <= from) throw new ApiProblem(400, 'ends-before-it-begins', 'until is before from. Leave it out, or make it later.');
        await store.saveReach(key.councilId, person, (reach) => ({ ...reach, away: { from, ...(until !== undefined && { until }) } }));
        await planAgain(key.councilId, person);
        return { status: 200, body: { kind: 'away' } };
      },
    }),
  ];
}
