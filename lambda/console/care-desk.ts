import { addDeskNote, letGo, takeInHand } from '../../models/alert/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import type { AlertShown } from '../../web/console/alert-shown.ts';
import type { CareDesk } from '../../web/console/desk-port.ts';
import type { Services } from '../services.ts';
import { deskAlerts } from '../store/desk-lists.ts';
import { deskWorkRows } from '../store/desk-work-rows.ts';
import { everySetAside, tryAgain } from '../store/set-aside-rows.ts';

type Show = (person: PersonId | undefined, alertId: string) => Promise<AlertShown | undefined>;

/** The desk over the store. What is set in hand or noted never holds up a telling. */
export function careDesk({ table, clock, wake }: Pick<Services, 'table' | 'clock' | 'wake'>, council: CouncilId, shown: Show): CareDesk {
  const rows = deskWorkRows(table, council);
  return {
    open: async () => (await Promise.all((await deskAlerts(table, council)).map(async (of) => {
      const [alert, work] = await Promise.all([shown(of.personId, of.alertId), rows.read(of)]);
      return alert?.isOpen === true ? [{ ...alert, work }] : [];
    }))).flat(),
    state: async () => (await Promise.all((await deskAlerts(table, council)).map(async (of) => {
      const { inHand, notes } = await rows.read(of);
      return `${of.personId ?? ''}/${of.alertId}/${inHand?.by.id ?? ''}/${notes.length}`;
    }))).join(' '),
    work: rows.read,
    takeInHand: (of, by) => rows.change(of, (work) => takeInHand(work, by, clock())),
    letGo: (of, by) => rows.change(of, (work) => letGo(work, by)),
    note: async (of, by, words) => {
      let refused: 'empty' | 'too-long' | 'too-many' | undefined;
      const isKept = await rows.change(of, (work) => {
        const noted = addDeskNote(work, by, words, clock());
        refused = noted.kind === 'refused' ? noted.reason : undefined;
        return noted.kind === 'refused' ? work : noted.work;
      });
      return refused ?? (isKept ? 'noted' : 'uncertain');
    },
    setAside: async () => (await everySetAside(table, council)).map(({ id, since, item: { due } }) => ({ id, since, what: due.kind, ...(due.personId !== undefined && { personId: due.personId }) })),
    tryAgain: async (id) => {
      const isBack = await tryAgain(table, council, id, clock());
      wake();
      return isBack;
    },
  };
}
