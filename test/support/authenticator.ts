import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const ATTESTED = 0x40

/** What a device would do otherwise than it should. */
export interface Misbehaviour {
  origin?: string
  challenge?: string
  rpId?: string
  /** Whether the device checked who holds it. */
  isVerified?: boolean
  counter?: number
}

interface Offer {
  options: { challenge: string }
  pending: string
}

/** A device with one passkey (ES256), written after WebAuthn level 3, §6 and §7: signs whatever it is told to, also what it should not. */
export class Authenticator {
  readonly id = randomBytes(16).toString('base64url')
  counter = 0
  private readonly privateKey: KeyObject
  private readonly publicKey: KeyObject

  constructor(private readonly origin: string) {
    ;({ privateKey: this.privateKey, publicKey: this.publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' }))
  }

  /** Answers the options for a new passkey, without attestation. */
  create({ options, pending }: Offer, wrong: Misbehaviour = {}) {
    const rawId = Buffer.from(this.id, 'base64url')
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, rawId.length]), rawId, this.coseKey()])
    const authData = Buffer.concat([this.head(wrong, ATTESTED), attested])
    // CBOR (RFC 8949): {"fmt": "none", "attStmt": {}, "authData": bytes}
    const attestationObject = Buffer.concat([Buffer.from([0xa3, 0x63]), Buffer.from('fmt'), Buffer.from([0x64]), Buffer.from('none'), Buffer.from([0x67]), Buffer.from('attStmt'), Buffer.from([0xa0, 0x68]), Buffer.from('authData'), bytes(authData)])
    const response = { clientDataJSON: this.clientData('webauthn.create', options, wrong).toString('base64url'), attestationObject: attestationObject.toString('base64url') }
    return { pending, response: this.answer(response) }
  }

  /** Answers the options for signing in. */
  get({ options, pending }: Offer, wrong: Misbehaviour = {}) {
    const clientData = this.clientData('webauthn.get', options, wrong)
    const authenticatorData = this.head(wrong)
    const signature = sign('sha256', Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]), this.privateKey)
    const response = { clientDataJSON: clientData.toString('base64url'), authenticatorData: authenticatorData.toString('base64url'), signature: signature.toString('base64url') }
    return { pending, response: this.answer(response) }
  }

  private answer<R>(response: R) {
    return { id: this.id, rawId: this.id, type: 'public-key' as const, clientExtensionResults: {}, response }
  }

  private clientData(type: string, { challenge }: { challenge: string }, wrong: Misbehaviour): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge: wrong.challenge ?? challenge, origin: wrong.origin ?? this.origin, crossOrigin: false }))
  }

  private head({ rpId = new URL(this.origin).hostname, isVerified = true, counter = ++this.counter }: Misbehaviour, more = 0): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([USER_PRESENT | (isVerified ? USER_VERIFIED : 0) | more]), count])
  }

  /** COSE (RFC 9053): {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} */
  private coseKey(): Buffer {
    const { x, y } = this.publicKey.export({ format: 'jwk' })
    const coordinate = (text: string | undefined) => bytes(Buffer.from(text!, 'base64url'))
    return Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), coordinate(x), Buffer.from([0x22]), coordinate(y)])
  }
}

/** A byte string of CBOR, up to 255 bytes. */
function bytes(content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x58, content.length]), content])
}
