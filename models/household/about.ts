import type { Household } from './household.ts';

/** Who somebody is: what is asked when they are added, and may be put right at any time. */
export interface About {
  readonly full: string;
  /** How they like to be called. */
  readonly preferred: string;
  readonly area: string;
  readonly phone?: string;
  readonly email?: string;
  readonly councilNumber?: string;
  /** A day, `1944-03-09`. */
  readonly bornOn?: string;
}

/** What staff may put right of who somebody is, as it stands; what nobody gave is absent. */
export function aboutOf({ name, area, ownPhone, ownEmail, councilNumber, bornOn }: Household): About {
  return {
    ...name, area: area.name, ...(ownPhone !== undefined && { phone: ownPhone }), ...(ownEmail !== undefined && { email: ownEmail }), ...(councilNumber !== undefined && { councilNumber }), ...(bornOn !== undefined && { bornOn }),
  };
}

/** The household with all of it as said now: what is no longer said is forgotten. Where they live is the same place as long as it is called the same; else it is at `place`, where that is known. */
export function withAbout(household: Household, { full, preferred, area, phone, email, councilNumber, bornOn }: About, place: Omit<Household['area'], 'name'> = {}): Household {
  const { ownPhone: _phone, ownEmail: _email, councilNumber: _number, bornOn: _born, ...rest } = household;
  return {
    ...rest, name: { full, preferred }, area: area === household.area.name && household.area.latitude !== undefined ? household.area : { name: area, ...place },
    ...(phone !== undefined && { ownPhone: phone }), ...(email !== undefined && { ownEmail: email }), ...(councilNumber !== undefined && { councilNumber }), ...(bornOn !== undefined && { bornOn }),
  };
}
