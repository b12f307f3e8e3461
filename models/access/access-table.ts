import type { Topic } from '../household/index.ts';
import type { StaffRole } from './identity.ts';

/** What one kind of deed takes. What is not written here nobody may do. */
export interface AccessRule {
  /** Whether it is about one person's record, or about the council's own affairs. */
  readonly about: 'person' | 'council';
  /** The person themselves may. */
  readonly person?: true;
  /** Those of the circle who may know of, or act on, this; `anything`: who may know anything at all. */
  readonly circle?: { readonly may: 'know' | 'act'; readonly topic: Topic | 'anything' };
  /** Staff of the person's council with one of these roles. */
  readonly staff?: readonly StaffRole[];
  /** Care workers; about a person only at a visit of their own provider, from the day before it to the day after. */
  readonly worker?: true;
}

const everyStaff: readonly StaffRole[] = ['adviser', 'approver', 'alert-manager', 'administrator', 'auditor'];
const knows = (topic: Topic | 'anything') => ({ may: 'know', topic }) as const;
const acts = (topic: Topic) => ({ may: 'act', topic }) as const;

/** The one table of who may do what. Every page of the console names its line; `mayDo` reads it. */
export const accessTable = {
  'see-person': { about: 'person', person: true, circle: knows('anything'), staff: everyStaff },
  'see-visits': { about: 'person', person: true, circle: knows('visits'), staff: everyStaff },
  'plan-activities': { about: 'person', staff: ['adviser', 'administrator'] },
  'see-money': { about: 'person', person: true, circle: knows('money'), staff: ['adviser', 'approver', 'auditor'] },
  'see-requests': { about: 'person', person: true, circle: knows('requests'), staff: ['adviser', 'approver', 'auditor'] },
  'see-routines': { about: 'person', person: true, circle: knows('alerts'), staff: ['adviser', 'alert-manager', 'auditor'] },
  'set-routines': { about: 'person', person: true, circle: acts('alerts'), staff: ['alert-manager'] },
  'answer-alerts': { about: 'person', person: true, circle: acts('alerts'), staff: ['adviser', 'alert-manager', 'administrator'] },
  'see-circle': { about: 'person', person: true, circle: knows('anything'), staff: everyStaff },
  'change-circle': { about: 'person', person: true, staff: ['adviser', 'administrator'] },
  'change-about': { about: 'person', person: true, staff: ['adviser', 'administrator'] },
  'see-goals': { about: 'person', person: true, circle: knows('requests'), staff: ['adviser', 'approver', 'administrator', 'auditor'] },
  'note-goals': { about: 'person', person: true, circle: acts('requests'), staff: ['adviser'] },
  'change-goals': { about: 'person', staff: ['adviser'] },
  'see-wellbeing': { about: 'person', person: true, staff: ['adviser'] },
  'answer-wellbeing': { about: 'person', person: true },
  'see-feedback': { about: 'person', person: true, circle: knows('visits'), staff: everyStaff },
  'give-feedback': { about: 'person', person: true, circle: knows('visits') },
  'change-budget': { about: 'person', staff: ['approver'] },
  'agree-budget': { about: 'person', staff: ['adviser', 'approver'] },
  'change-budget-settings': { about: 'person', staff: ['adviser', 'approver'] },
  'see-consent': { about: 'person', person: true, staff: everyStaff },
  'change-consent': { about: 'person', person: true, staff: ['adviser', 'administrator'] },
  'see-data': { about: 'person', person: true, staff: ['adviser', 'administrator'] },
  'ask-erasure': { about: 'person', staff: ['adviser', 'approver', 'administrator'] },
  'end-service': { about: 'person', staff: ['adviser', 'administrator'] },
  'set-up': { about: 'person', staff: ['adviser', 'administrator'] },
  'leave-circle': { about: 'person', circle: knows('anything') },
  'see-told': { about: 'person', person: true, circle: knows('anything'), staff: ['adviser', 'alert-manager', 'administrator', 'auditor'] },
  'see-jobs': { about: 'person', person: true, circle: knows('visits'), staff: ['adviser', 'alert-manager', 'auditor'] },
  'share-jobs': { about: 'person', person: true, circle: acts('visits') },
  'send-message': { about: 'person', circle: acts('messages'), staff: ['adviser'] },
  'change-speech': { about: 'person', person: true, circle: acts('messages'), staff: ['adviser', 'administrator'] },
  'have-assistants': { about: 'person', person: true, circle: knows('anything'), staff: ['adviser', 'alert-manager', 'administrator'] },
  'see-phrases': { about: 'person', person: true, circle: knows('anything'), staff: everyStaff },
  'link-devices': { about: 'person', person: true, circle: acts('messages'), staff: ['adviser', 'administrator'] },
  rehearse: { about: 'person', staff: ['alert-manager', 'adviser', 'administrator'] },
  'see-services': { about: 'person', person: true, circle: knows('anything'), staff: everyStaff },
  'ask-for-service': { about: 'person', person: true, circle: acts('requests'), staff: ['adviser'] },
  'answer-requests': { about: 'person', person: true, circle: acts('requests'), staff: ['adviser', 'approver'] },
  'cancel-requests': { about: 'person', person: true, circle: acts('requests'), staff: ['adviser'] },
  'decide-requests': { about: 'person', staff: ['adviser', 'approver'] },
  'find-people': { about: 'council', staff: everyStaff },
  'add-people': { about: 'council', staff: ['adviser', 'administrator'] },
  'go-on-erasing': { about: 'council', staff: ['approver', 'administrator'] },
  'see-erasures': { about: 'council', staff: ['adviser', 'approver', 'administrator', 'auditor'] },
  'see-queue': { about: 'council', staff: ['adviser', 'approver', 'auditor'] },
  'see-catalogue': { about: 'council', staff: everyStaff },
  'change-catalogue': { about: 'council', staff: ['adviser', 'administrator'] },
  'see-providers': { about: 'council', staff: everyStaff },
  'allow-spoken-questions': { about: 'council', staff: ['administrator'] },
  'see-achieved': { about: 'council', staff: ['adviser', 'approver', 'administrator', 'auditor'] },
  'see-fairness': { about: 'council', staff: ['adviser', 'administrator'] },
  'see-visits-in': { about: 'council', staff: ['adviser', 'alert-manager', 'administrator', 'auditor'] },
  'bring-in-money': { about: 'council', staff: ['approver'] },
  'bring-in-goals': { about: 'council', staff: ['adviser'] },
  'bring-visits-in': { about: 'council', staff: ['adviser', 'administrator'] },
  'work-desk': { about: 'council', staff: ['adviser', 'alert-manager', 'administrator'] },
  'see-rules': { about: 'council', staff: ['alert-manager', 'administrator', 'auditor'] },
  'change-rules': { about: 'council', staff: ['alert-manager'] },
  'make-visit-code': { about: 'person', person: true, circle: acts('visits'), staff: ['adviser', 'administrator'] },
  'record-visit': { about: 'person', worker: true },
  'see-own-visits': { about: 'council', worker: true },
  'see-workers': { about: 'council', staff: ['administrator', 'auditor'] },
  'change-workers': { about: 'council', staff: ['administrator'] },
  'see-audit': { about: 'person', person: true, staff: ['auditor', 'administrator'] },
} as const satisfies Readonly<Record<string, AccessRule>>;

export type Action = keyof typeof accessTable;
