/** A string that names one thing of a kind, so that a theme id can't be passed as a person id. */
export type Id<Kind extends string> = string & { readonly kind: Kind }

export type PersonId = Id<'person'>
export type OrganisationId = Id<'organisation'>
export type UnitId = Id<'unit'>
export type CycleId = Id<'cycle'>
