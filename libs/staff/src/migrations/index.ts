import { Staff1764057600002 } from './1764057600002-staff.js'
import { SessionRotation1764057600010 } from './1764057600010-session-rotation.js'
import { SessionDevice1764057600031 } from './1764057600031-session-device.js'
import { SecondFactor1764057600032 } from './1764057600032-second-factor.js'
import { SessionWay1764057600050 } from './1764057600050-session-way.js'
import { SessionProof1764057600051 } from './1764057600051-session-proof.js'
import { ProviderSession1764057600070 } from './1764057600070-provider-session.js'

export const staffMigrations = [Staff1764057600002, SessionRotation1764057600010, SessionDevice1764057600031, SecondFactor1764057600032, SessionWay1764057600050, SessionProof1764057600051, ProviderSession1764057600070]
