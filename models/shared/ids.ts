declare const idBrand: unique symbol;
type Id<Name extends string> = string & { readonly [idBrand]: Name };

export type PersonId = Id<'person'>;
export type CouncilId = Id<'council'>;

export const personId = (text: string): PersonId => text as PersonId;
export const councilId = (text: string): CouncilId => text as CouncilId;
