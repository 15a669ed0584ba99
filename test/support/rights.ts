import type { Role } from '@app/contracts'
import { type Area, Rights, Scope } from '@app/staff'

/** What one role allows in one area, without an account behind it. */
export function rightsOf(role: Role, area: Partial<Area> = {}): Rights {
  return new Rights([{ id: 'grant', role, path: null, land: null, ...area }])
}

/** Every right over the whole programme. */
export const everyRight = rightsOf('admin')

export const wholeProgramme = new Scope([{ path: null, land: null }])
