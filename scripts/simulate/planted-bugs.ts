/**
 * One mistake that somebody could make: in which file, what stands there, and what would stand there instead; and the first of
 * the two thousand seeds that finds it (`npm run simulate -- planted` looks for them anew).
 */
export interface PlantedBug { readonly what: string; readonly file: string; readonly find: string; readonly put: string; readonly foundBy: number }

/** Twenty mistakes of the kinds that notification services are known for. Each has to be found by the simulation. */
export const plantedBugs: readonly PlantedBug[] = [
  { what: 'a claim is kept whatever somebody else did meanwhile', file: 'lambda/store/alert-operations.ts', find: "when: [before === undefined ? { if: 'absent' } : { if: 'version-is', version: before.version }],", put: 'when: [],', foundBy: 1 },
  { what: 'an alert that moves is not put back into the due-index', file: 'lambda/store/alert-operations.ts', find: '...(after.nextAt === undefined || after.nextAt === was ? [] : [dueOperation(after.nextAt, due)]),', put: '...(was === undefined && after.nextAt !== undefined ? [dueOperation(after.nextAt, due)] : []),', foundBy: 1 },
  { what: 'an escalated alert drops out of the due-index', file: 'lambda/store/alert-operations.ts', find: 'after.nextAt === undefined || after.nextAt === was ?', put: "after.nextAt === undefined || after.nextAt === was || after.state === 'escalated' ?", foundBy: 1 },
  { what: 'a message is sent though the claim was refused', file: 'lambda/alerts/look-at-alert.ts', find: "if (result === 'done' && step.do === 'tell')", put: "if (step.do === 'tell')", foundBy: 1 },
  { what: 'a message is sent though nobody knows whether the claim was kept', file: 'lambda/alerts/look-at-alert.ts', find: "if (result === 'done' && step.do === 'tell')", put: "if (result !== 'refused' && step.do === 'tell')", foundBy: 326 },
  { what: 'a lost message is sent again and again', file: 'models/alert/next-step.ts', find: 'const mostSendings = 2;', put: 'const mostSendings = 5;', foundBy: 55 },
  { what: 'a second worker takes up what the first is just sending', file: 'models/alert/next-step.ts', find: 'if (busyUntil > now) return', put: 'if (busyUntil > now + 3_600_000) return', foundBy: 208 },
  { what: 'an answer does not close the alert', file: 'models/alert/answer-alert.ts', find: "alert: { ...ended(alert, 'end:answered', answer.at), answer }", put: 'alert: { ...alert, answer }', foundBy: 1 },
  { what: 'an ended alert stays in the list of what is due', file: 'models/alert/take-step.ts', find: 'const { nextAt: _none, ...rest } = decided(alert, reason, now);', put: 'const rest = decided(alert, reason, now);', foundBy: 1 },
  { what: 'nobody is told again for half a day', file: 'models/alert/next-step.ts', find: "reason: 'hold:waiting-for-answer', until: earliest(dueAt, alert.expiresAt) }", put: "reason: 'hold:waiting-for-answer', until: (now + 43_200_000) as Instant }", foundBy: 1 },
  { what: 'a worker that was held up past its lease sends all the same', file: 'lambda/alerts/send-all.ts', find: 'if (alert.nextAt !== undefined && now > alert.nextAt - leaseMs + leaseMs / 2)', put: 'if (alert.nextAt !== undefined && now < 0)', foundBy: 281 },
  { what: 'one shard is never looked at', file: 'lambda/alerts/engine.ts', find: 'const pages = await Promise.all(shards.map(', put: 'const pages = await Promise.all(shards.slice(0, 3).map(', foundBy: 2 },
  { what: 'an alert whose messages are all unknown is forgotten', file: 'lambda/alerts/look-at-alert.ts', find: '!isOpen(read.kept.alert)) return forget', put: "!isOpen(read.kept.alert) || read.kept.alert.attempts.some(({ state }) => state === 'unknown')) return forget", foundBy: 389 },
  { what: 'a late receipt wakes an alert that has ended', file: 'lambda/alerts/alert-desk.ts', find: "return proof === 'failed' && isOpen(after) ? { ...after, nextAt: now } : after;", put: "return proof === 'failed' ? { ...after, nextAt: now } : after;", foundBy: 45 },
  { what: 'a late receipt brings an ended alert back', file: 'models/alert/write-outcome.ts', find: 'const state = !isOpen(alert) ? alert.state : isProof', put: 'const state = isProof', foundBy: 187 },
  { what: 'a claim never runs out', file: 'lambda/alerts/engine-parts.ts', find: 'export const leaseMs = 30_000;', put: 'export const leaseMs = 864_000_000;', foundBy: 18 },
  { what: 'an answer is taken after the end', file: 'models/alert/answer-alert.ts', find: "if (!isOpen(alert)) return { kind: 'already-over', alert };", put: '', foundBy: 379 },
  { what: 'an alert is said to be raised though it may not be kept', file: 'lambda/alerts/alert-desk.ts', find: "if (result.kind === 'unknown') return { kind: 'unknown' };", put: "if (result.kind === 'unknown') return { kind: 'raised', alert: after };", foundBy: 4 },
  { what: 'a cry for help is kept without its alert', file: 'lambda/store/record-operations.ts', find: '...(change.alerts ?? []).flatMap(alertOperations),', put: '', foundBy: 1 },
  { what: 'a message counts as arrived before it is sent', file: 'models/alert/take-step.ts', find: "rung, state: 'sending', startedAt, leaseUntil", put: "rung, state: 'accepted', startedAt, leaseUntil", foundBy: 1 },
  { what: 'anybody may answer, told or not', file: 'models/alert/answer-alert.ts', find: 'return attempts.some(({ to }) => isSameRecipient(to, by));', put: 'return attempts.length >= 0 || attempts.some(({ to }) => isSameRecipient(to, by));', foundBy: 1 },
];
