/** What the page for carers' phones needs of the rest. */
export interface PhoneDesk {
  /** The server's public key, which the browser's push service asks for. */
  readonly publicKey: string;
  circles(): Promise<readonly { readonly id: string; readonly name: string; readonly circle: readonly { readonly id: string; readonly name: string }[] }[]>;
  subscribe(request: { readonly personId: string; readonly memberId: string; readonly subscription: PushSubscriptionKeys }): Promise<'subscribed' | 'not-in-circle' | 'not-a-push-service'>;
  /** Whether the OK is certain to have closed it. */
  answer(request: { readonly personId: string; readonly memberId: string; readonly alertId: string }): Promise<boolean>;
}

/** As the browser gives it. */
interface PushSubscriptionKeys { readonly endpoint: string; readonly keys: { readonly p256dh: string; readonly auth: string } }
