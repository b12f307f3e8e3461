import type { CareWorkerAccess, WorkerIdentity } from '../../models/access/index.ts';
import type { Instant } from '../../models/shared/index.ts';

/** A provider that visits people here, and how its care workers get in. */
interface ProviderShown { readonly id: string; readonly name: string; readonly codeMadeAt: Instant | undefined; readonly workers: readonly Omit<CareWorkerAccess, 'pin'>[] }

/** What is shown once and kept by its hash alone. */
export interface GivenPin { readonly firstName: string; readonly number: number; readonly pin: string }

interface By { readonly by: string; readonly at: Instant }

/** Who of the providers' care workers may sign in. What is not certain to have been kept throws. */
export interface WorkersDesk {
  providers(): Promise<readonly ProviderShown[]>;
  /** One of them, with those who are in its visits and cannot sign in yet. */
  provider(id: string): Promise<(ProviderShown & { readonly inVisits: readonly { readonly id: string; readonly firstName: string }[] }) | undefined>;
  /** A new code for the organisation; the one before is worth nothing from now on. */
  renewCode(providerId: string, by: By): Promise<string>;
  /** `id` as the visits have it; without one it is somebody who is in no visit yet. */
  add(providerId: string, worker: { readonly id?: string; readonly firstName: string }, by: By): Promise<GivenPin | 'there-already'>;
  /** Another PIN, also for somebody who was stopped; they are signed out everywhere. */
  givePin(providerId: string, workerId: string, by: By): Promise<GivenPin | undefined>;
  /** They are signed out everywhere and cannot come back. False for nobody we know. */
  stop(providerId: string, workerId: string, by: By): Promise<boolean>;
  /** Whoever the three together let in. Whether one of them is known cannot be told. */
  signIn(typed: { readonly code: string; readonly name: string; readonly pin: string }): Promise<WorkerIdentity | undefined>;
  /** Whether they may still be in. */
  stands(identity: WorkerIdentity): Promise<boolean>;
}
