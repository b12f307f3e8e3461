import { actorOf, type Identity } from '../../models/access/index.ts';
import type { AlertKind, AlertRule, RuleAuthor, RuleScope, RuleVersion } from '../../models/alert/index.ts';
import { isDeepStrictEqual } from 'node:util';
import type { PersonId } from '../../models/shared/index.ts';
import { alertKindList } from './alert-kind-words.ts';
import { PageProblem } from '../errors.ts';
import { nothingThere, type Asked } from './page.ts';
import { idOf, widerThan, type RuleAbout } from './rule-form.ts';
import type { RuleDesk } from './rules-port.ts';

interface RuleAsked {
  readonly about: RuleAbout;
  readonly all: readonly AlertRule[];
  readonly reached: Reached;
  /** The last change of this very rule. */
  readonly latest: RuleVersion | undefined;
}
type Reached = Awaited<ReturnType<RuleDesk['reachOf']>>;

/** Which rule an address speaks of: `/rules/visit-late`, `?provider=…` or `?person=…`, with what is kept of it now. Refuses what is not there. */
export async function ruleAsked({ services, params, query, identity, now }: Asked<'signed-in'>): Promise<RuleAsked> {
  const kind = kindIn(params['kind']);
  const scope = scopeIn(query);
  const [all, versions, reached] = await Promise.all([services.rules.all(), services.rules.versions(kind), scope.kind === 'person' ? services.rules.reachOf(scope.personId as PersonId) : undefined]);
  if (scope.kind === 'person') {
    if (reached === undefined) throw nothingThere();
    await services.audit.write({ who: actorOf(identity), personId: scope.personId as PersonId, what: 'rule', why: 'look', at: now });
  }
  // Of two for the same, the later is followed.
  const own = all.findLast((rule) => rule.kind === kind && isDeepStrictEqual(rule.scope, scope));
  const about = { kind, councilId: services.council.id, scope, own, wider: widerThan(scope, all), ...(reached !== undefined && { providerId: reached.providerId }) };
  return { about, all, reached, latest: versions.find(({ ruleId }) => ruleId === (own?.id ?? idOf(kind, scope))) };
}

/** The address of a rule. */
export function ruleAddress(kind: AlertKind, scope: RuleScope): string {
  return `/rules/${kind}${scopeQuery(scope)}`;
}

export function scopeQuery(scope: RuleScope): string {
  if (scope.kind === 'council') return '';
  return scope.kind === 'person' ? `?person=${encodeURIComponent(scope.personId)}` : `?provider=${encodeURIComponent(scope.providerId)}`;
}

/** How whoever changes a rule is written down. */
export function authorOf(identity: Identity): RuleAuthor {
  return { id: actorOf(identity), name: identity.name };
}

export function kindIn(text: string | undefined): AlertKind {
  const kind = alertKindList.find((each) => each === text);
  if (kind === undefined) throw new PageProblem(404, 'There is no such kind of alert.');
  return kind;
}

function scopeIn({ person = '', provider = '' }: Readonly<Record<string, string>>): RuleScope {
  // Never the rule for everybody in the place of one that was meant for somebody.
  if ([person, provider].some((id) => !/^[A-Za-z0-9_-]{0,100}$/.test(id))) throw nothingThere();
  if (person !== '') return { kind: 'person', personId: person };
  return provider === '' ? { kind: 'council' } : { kind: 'provider', providerId: provider };
}
