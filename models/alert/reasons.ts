/**
 * Why something was told, held or ended. Each is recorded and can be shown to a family; the words for them are in
 * `skill/alert`.
 */
export const tellReasons = ['tell-now:first', 'tell-now:again', 'tell-now:another-channel', 'tell-now:next-person', 'tell-now:desk', 'tell-now:worse', 'tell-now:unknown-outcome', 'tell-now:channel-failed', 'tell-now:rate-limit-over'] as const;
export const holdReasons = ['hold:not-yet', 'hold:quiet-hours', 'hold:already-told', 'hold:interruption-budget', 'hold:grouped', 'hold:in-conversation', 'hold:waiting-for-answer', 'hold:sending', 'hold:paused', 'hold:rate-limited', 'hold:nobody-reachable'] as const;
export const endReasons = ['end:answered', 'end:expired', 'end:no-longer-true', 'end:superseded', 'end:withdrawn', 'end:told-no-answer-needed', 'end:not-agreed'] as const;
export type TellReason = (typeof tellReasons)[number];
export type HoldReason = (typeof holdReasons)[number];
export type EndReason = (typeof endReasons)[number];
export type Reason = TellReason | HoldReason | EndReason;
