/** A clerk moves orders; a merchant also runs the shop; an admin does everything everywhere. */
export type Role = 'admin' | 'merchant' | 'clerk';

/** The shop of an admin's membership: all of them. */
export const EVERY_SHOP = '*';

const RANK: Readonly<Record<Role, number>> = {clerk: 1, merchant: 2, admin: 3};

/** Whether somebody with the role may do what asks for `needed`. */
export function includesRole(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed];
}

/** The higher of the roles; `undefined` of none. */
export function highestRole(roles: readonly Role[]): Role | undefined {
  return roles.toSorted((a, b) => RANK[b] - RANK[a])[0];
}
