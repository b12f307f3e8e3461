/** What the demonstration's agency page needs of the rest. */
export interface AgencyDesk {
  people(): readonly { readonly id: string; readonly name: string }[];
  /** The next visits of somebody, soonest first, in words. */
  visits(personId: string): Promise<readonly { readonly id: string; readonly who: string; readonly when: string; readonly state: string }[]>;
  /** What came of telling it, in words. */
  report(personId: string, visitId: string, said: AgencyWord): Promise<string>;
}

export const agencyWords = ['en-route', 'late', 'started', 'left', 'moved', 'cancelled'] as const;
export type AgencyWord = (typeof agencyWords)[number];
