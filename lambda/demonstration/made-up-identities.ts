import { personId } from '../../models/shared/index.ts';
import type { MadeUpIdentity } from '../../web/console/console-port.ts';
import { harrow } from './around-harrow.ts';
import { madeUpWorkers } from './demonstration-workers.ts';

/** Whom one may be in the demonstration's console: the council's staff by role, family, a person themselves, and care workers. */
export const madeUpIdentities: readonly MadeUpIdentity[] = [
  { key: 'adviser', label: 'Mr Okafor, adviser', about: 'Decides requests and looks after people at the council.', identity: { kind: 'staff', councilId: harrow, id: 'okafor', name: 'Mr Okafor', roles: ['adviser'] } },
  { key: 'desk', label: 'Grace, care desk', about: 'Works the desk and sets how alerts are told.', identity: { kind: 'staff', councilId: harrow, id: 'grace', name: 'Grace', roles: ['alert-manager'] } },
  { key: 'approver', label: 'Ms Lund, approver', about: 'Decides requests; large sums need her, or another approver, and a second person.', identity: { kind: 'staff', councilId: harrow, id: 'lund', name: 'Ms Lund', roles: ['adviser', 'approver'] } },
  { key: 'auditor', label: 'Mr Price, auditor', about: 'Sees, and changes nothing.', identity: { kind: 'staff', councilId: harrow, id: 'price', name: 'Mr Price', roles: ['auditor'] } },
  { key: 'administrator', label: 'Mrs Shah, administrator', about: 'Lets care workers in, sets people up, and sees to the desk.', identity: { kind: 'staff', councilId: harrow, id: 'shah', name: 'Mrs Shah', roles: ['administrator'] } },
  { key: 'susan', label: 'Susan, daughter', about: 'Looks after Margaret and Joyce from a distance.', identity: { kind: 'carer', councilId: harrow, id: 'susan', name: 'Susan', circles: [{ personId: personId('margaret'), memberId: 'susan' }, { personId: personId('joyce'), memberId: 'susan' }] } },
  { key: 'ann', label: 'Ann, neighbour', about: 'Lives next door to Margaret.', identity: { kind: 'carer', councilId: harrow, id: 'ann', name: 'Ann', circles: [{ personId: personId('margaret'), memberId: 'ann' }] } },
  { key: 'margaret', label: 'Margaret herself', about: 'Sees and changes her own.', identity: { kind: 'person', councilId: harrow, id: 'margaret', name: 'Margaret', personId: personId('margaret') } },
  ...madeUpWorkers,
];
