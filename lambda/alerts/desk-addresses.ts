import type { Address } from '../../models/alert/index.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import type { Config } from '../config.ts';
import type { Councils } from '../councils.ts';

/** The staffed screen, and the council's own system where there is one. */
export function deskAddresses({ webhook }: Pick<Config, 'webhook'>): readonly Address[] {
  const screen: Address = { id: 'desk', channel: 'desk', value: 'desk', isVerified: true };
  return webhook === undefined ? [screen] : [screen, { id: 'desk-webhook', channel: 'webhook', value: webhook.url, isVerified: true }];
}

/** Each council's own desk. */
export function desksOf(councils: Councils): (council: CouncilId) => Promise<{ readonly desk: readonly Address[] }> {
  return (council) => Promise.resolve({ desk: deskAddresses(councils.find(({ councilId }) => councilId === council) ?? {}) });
}
