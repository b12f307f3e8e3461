import { randomUUID } from 'node:crypto';
import { deskAddresses } from '../alerts/desk-addresses.ts';
import { reachedByPhone } from '../alerts/engine-for.ts';
import { alertStore } from '../store/alert-store.ts';
import type { Services } from '../services.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import type { RuleDesk } from '../../web/console/rules-port.ts';
import { reachDesk } from './reach-desk.ts';
import { ruleTries } from './try-rule.ts';

/** The council's rules as the console sets them. */
export function ruleDesk(services: Pick<Services, 'table' | 'rules' | 'config' | 'clock'>, council: CouncilId): RuleDesk {
  const { table, rules, config } = services;
  const store = reachedByPhone(alertStore(table));
  return {
    tries: ruleTries(services, council, randomUUID), reach: reachDesk(services, council),
    all: () => rules.asTheyAre(council),
    change: async (id, rule, by, opened) => (await rules.change(council, id, rule, { by, ...(opened !== undefined && { opened }) })).kind,
    versions: (kind) => rules.versions(council, kind),
    reachOf: async (person) => {
      const found = await store.whomToTell(council, person);
      if (found === undefined) return undefined;
      const { record, reach } = found;
      return { reach, contacts: reach.contacts ?? record.visitBook.backupPlan.tell, desk: deskAddresses(config), name: record.household.name.preferred, providerId: record.visitBook.provider.id };
    },
  };
}
