import type { Identity } from '../../models/access/index.ts';

/** Carers' phones and computers that show notifications, as the pages need them. */
export interface PhoneDesk {
  /** The server's public key, which the browser's push service asks for. */
  readonly publicKey: string;
  /** From now on this browser is told as that one of the circle. `word` is the browser's own: with it, it may answer. */
  subscribe(request: { readonly identity: Identity; readonly personId: string; readonly memberId: string; readonly subscription: PushSubscriptionKeys }): Promise<{ readonly kind: 'subscribed'; readonly word: string } | { readonly kind: 'not-in-circle' | 'not-a-push-service' }>;
  /** Whether the OK is certain to have closed it. Taken only from a browser that was subscribed, for as long as its owner is in the circle. */
  answer(request: { readonly personId: string; readonly memberId: string; readonly alertId: string; readonly word: string }): Promise<boolean>;
}

/** As the browser gives it. */
interface PushSubscriptionKeys { readonly endpoint: string; readonly keys: { readonly p256dh: string; readonly auth: string } }
