import { alertIdFrom, isOpen } from '../../models/alert/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import type { AlertDesk } from './alert-desk.ts';

const aDayMs = 86_400_000;

/** The person says that they are all right: every open cry for help of theirs is answered, and everybody who was told falls quiet. */
export async function allRight(desk: AlertDesk, council: CouncilId, person: PersonId, at: Instant): Promise<boolean> {
  const alerts = (await desk.list(council, person, alertIdFrom((at - aDayMs) as Instant), alertIdFrom((at + aDayMs) as Instant))).filter((alert) => alert.kind === 'help-wanted' && isOpen(alert));
  const answers = await Promise.all(alerts.map(async ({ id }) => desk.answer({ councilId: council, personId: person, alertId: id }, { by: { kind: 'person' }, word: 'im-all-right', at, through: 'speaker' })));
  return answers.every(({ kind }) => kind === 'answered' || kind === 'already-over');
}
