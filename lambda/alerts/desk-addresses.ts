import type { Address } from '../../models/alert/index.ts';
import type { Config } from '../config.ts';

/** The staffed screen, and the council's own system where there is one. */
export function deskAddresses({ webhook }: Pick<Config, 'webhook'>): readonly Address[] {
  const screen: Address = { id: 'desk', channel: 'desk', value: 'desk', isVerified: true };
  return webhook === undefined ? [screen] : [screen, { id: 'desk-webhook', channel: 'webhook', value: webhook.url, isVerified: true }];
}
