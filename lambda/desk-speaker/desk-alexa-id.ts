/** Amazon's id of the speaker that stands for a demonstration person. */
export const deskAlexaId = (person: string): string => `amzn1.ask.account.desk-${person}`;
