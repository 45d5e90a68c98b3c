import { recipientOf } from '../../bundles/machine-recipient'

/** Says that a body is an age file for the machine that it is sent to; what was signed is the body inside. */
export const sealedHeader = 'records-desk-sealed'

/** For the holder of a chain's key and nobody else (age v1). Throws for a key that is no Ed25519 key. */
export async function sealFor(publicKey: string, plain: Uint8Array): Promise<Uint8Array> {
  const recipient = await recipientOf(publicKey)
  if (recipient === null) throw new Error('no Ed25519 key')
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(plain)
}

/** Null where it is not for this machine, or was changed. */
export async function openSealed(sealed: Uint8Array, identities: readonly string[]): Promise<Uint8Array | null> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    return await decrypter.decrypt(sealed)
  } catch {
    return null
  }
}

export interface SealedFetchParts {
  /** Key of the chain of whoever serves, as the acts say it. */
  readonly theirs: string
  /** Of this machine, for one opening (`OpenKeys.identities`). */
  readonly identities: () => readonly string[]
}

/** `fetch` to another machine of the office: no body is on the wire in the clear, neither there nor back. */
export function sealedFetch({ theirs, identities }: SealedFetchParts): typeof fetch {
  return async (input, init) => {
    const body = init?.body
    const sealed = body instanceof Uint8Array ? await sealFor(theirs, body) : null
    const answer = await fetch(input, {
      ...init,
      ...(sealed ? { body: new Uint8Array(sealed), headers: withSealed(init?.headers) } : {}),
    })
    if (answer.headers.get(sealedHeader) === null) return answer
    const plain = await openSealed(new Uint8Array(await answer.arrayBuffer()), identities())
    if (plain === null) throw new Error('an answer that is not for this machine')
    return new Response(new Uint8Array(plain), { status: answer.status, headers: answer.headers })
  }
}

function withSealed(headers: RequestInit['headers']): Headers {
  const all = new Headers(headers)
  all.set(sealedHeader, '1')
  return all
}
