import type { Alert } from './alert.ts';
import type { Address } from './channel.ts';
import type { Rung, RungTo } from './ladder.ts';
import { channelsOf, homeChannels } from './reach.ts';
import { isSameRecipient, type Recipient } from './recipient.ts';
import type { Send, Situation } from './situation.ts';

type Needs = Pick<Situation, 'reach' | 'contacts' | 'desk'>;

/** Whom and by what a rung tells; empty when it reaches nobody. `asked` counts how many `contacts` rungs came before. */
export function whomToTell(rung: Rung, alert: Pick<Alert, 'attempts' | 'urgency' | 'facts'>, asked: number, needs: Needs): readonly Send[] {
  return recipientsOf(rung.to, asked, needs.contacts).flatMap((to) => addressesFor(to, rung, alert, needs).map((address) => ({ to, address })));
}

function recipientsOf(to: readonly RungTo[], asked: number, contacts: readonly string[]): readonly Recipient[] {
  return to.flatMap((each): readonly Recipient[] => {
    switch (each) {
      case 'person': return [{ kind: 'person' }];
      case 'desk': return [{ kind: 'desk' }];
      case 'first-contact': return member(contacts[0]);
      case 'contacts': return member(contacts[asked % Math.max(1, contacts.length)]);
      case 'all-contacts': return contacts.flatMap(member);
    }
  });
}

function member(memberId: string | undefined): readonly Recipient[] {
  return memberId === undefined ? [] : [{ kind: 'member', memberId }];
}

function addressesFor(to: Recipient, { by }: Rung, alert: Pick<Alert, 'attempts' | 'urgency' | 'facts'>, { reach, desk }: Needs): readonly Address[] {
  const known = (to.kind === 'person' ? wantedAtHome(reach.person, alert) : to.kind === 'desk' ? desk : reach.members[to.memberId] ?? []).filter(({ isVerified }) => isVerified);
  if (by !== 'usual' && by !== 'another') return known.filter(({ channel }) => by.includes(channel));
  const usual = usualOf(to, known, alert.urgency === 'urgent');
  if (by === 'usual') return usual;
  const used = new Set(alert.attempts.filter((attempt) => isSameRecipient(attempt.to, to)).map(({ addressId }) => addressId));
  const fresh = known.filter(({ id }) => !used.has(id));
  // Where every way was tried, the usual ones are tried again: better heard twice than not at all.
  return fresh.length === 0 ? usual : fresh.slice(0, alert.urgency === 'urgent' ? fresh.length : 1);
}

/** What a routine chose of the devices at home; everything, where none of those is there: better elsewhere than not at all. */
function wantedAtHome(own: readonly Address[], { facts }: Pick<Alert, 'facts'>): readonly Address[] {
  const wanted = facts['devices'];
  if (wanted !== 'speakers' && wanted !== 'screens') return own;
  const chosen = own.filter(({ channel, isVerified }) => isVerified && channelsOf[wanted].includes(channel));
  return chosen.length > 0 ? chosen : own;
}

/** At home: whatever speaks or shows. Elsewhere: the way they like best; for something urgent, all of them. */
function usualOf(to: Recipient, known: readonly Address[], isUrgent: boolean): readonly Address[] {
  if (to.kind === 'desk') return isUrgent ? known : known.filter(({ channel }) => channel === 'desk');
  if (isUrgent) return known;
  const home = to.kind === 'person' ? known.filter(({ channel }) => homeChannels.includes(channel)) : [];
  return home.length > 0 ? home : known.slice(0, 1);
}
