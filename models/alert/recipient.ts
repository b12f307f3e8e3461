/** Whom one notification is for: the person, somebody of the circle (by id), or the staffed desk. */
export type Recipient =
  | { readonly kind: 'person' }
  | { readonly kind: 'member'; readonly memberId: string }
  | { readonly kind: 'desk' };

/** Whether two notifications are for the same one. */
export function isSameRecipient(one: Recipient, other: Recipient): boolean {
  return one.kind === 'member' && other.kind === 'member' ? one.memberId === other.memberId : one.kind === other.kind;
}
