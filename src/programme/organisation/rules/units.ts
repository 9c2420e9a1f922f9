/** 单位: sub-bureaus, departments, offices, ships, windows. */
export const unitKinds = ['sub-bureau', 'department', 'office', 'ship', 'window', 'other'] as const
export type UnitKind = (typeof unitKinds)[number]
