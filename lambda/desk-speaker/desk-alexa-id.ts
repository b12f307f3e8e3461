const prefix = 'amzn1.ask.account.desk-';

/** Amazon's id of the speaker that stands for a demonstration person. */
export const deskAlexaId = (person: string): string => `${prefix}${person}`;

/** Whether a speaker is one of our own, with no Amazon behind it. */
export const isDeskAlexaId = (alexaId: string): boolean => alexaId.startsWith(prefix);
