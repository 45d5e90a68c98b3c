import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** Signatures over 32 bytes each by one Ed25519 key: 32 and 64 bytes an act, one after the other. */
export interface Signatures {
  /** SPKI, DER. */
  readonly key: Uint8Array
  readonly hashes: Uint8Array
  readonly signatures: Uint8Array
}

/**
 * Threads that verify many signatures at one word: handing Node's own threads one at a time wakes one of them a thousand
 * times a segment, and each of them takes the processor from whoever handed it over.
 */
export class Verifiers {
  readonly #threads: Thread[] = []
  constructor(private readonly most = Math.min(2, availableParallelism())) {}

  /** 1 for each that is good. Null where no thread can be had: then nothing is known. */
  async verify({ key, hashes, signatures }: Signatures): Promise<Uint8Array | null> {
    const acts = hashes.length / hashBytes
    const share = Math.max(leastShare, Math.ceil(acts / this.most))
    const shares = Array.from({ length: Math.ceil(acts / share) }, (_, nth) => {
      const [from, to] = [nth * share, Math.min(acts, (nth + 1) * share)]
      return this.#idlest().ask({
        key,
        hashes: hashes.slice(from * hashBytes, to * hashBytes),
        signatures: signatures.slice(from * signatureBytes, to * signatureBytes),
      })
    })
    const found = await Promise.all(shares)
    return found.every(one => one !== null) ? Buffer.concat(found) : null
  }

  #idlest(): Thread {
    for (let at = this.#threads.length - 1; at >= 0; at--) if (this.#threads[at]!.isOver) this.#threads.splice(at, 1)
    const idle = this.#threads.find(({ waiting }) => waiting === 0)
    if (!idle && this.#threads.length < this.most) this.#threads.push(new Thread())
    return idle ?? this.#threads.reduce((least, one) => (one.waiting < least.waiting ? one : least))
  }
}

const [hashBytes, signatureBytes, leastShare] = [32, 64, 200]

class Thread {
  readonly #worker = new Worker(program, { eval: true, execArgv: [] })
  /** In the order in which they were asked and are answered. */
  readonly #asked: ((good: Uint8Array | null) => void)[] = []
  isOver = false

  constructor() {
    this.#worker.on('message', (good: Uint8Array) => {
      this.#asked.shift()?.(good)
      if (this.#asked.length === 0) this.#worker.unref()
    })
    this.#worker.on('error', () => this.#end())
    this.#worker.on('exit', () => this.#end())
    this.#worker.unref() // last of all, listening holds the program: it ends while nobody waits for an answer
  }

  get waiting(): number {
    return this.#asked.length
  }

  ask(signatures: Signatures): Promise<Uint8Array | null> {
    if (this.isOver) return Promise.resolve(null)
    return new Promise(resolve => {
      this.#asked.push(resolve)
      this.#worker.ref()
      this.#worker.postMessage(signatures)
    })
  }

  #end(): void {
    this.isOver = true
    for (const answer of this.#asked.splice(0)) answer(null)
  }
}

/** JavaScript as it is: the thread begins without the loader that reads TypeScript. */
const program = `
  const { parentPort } = require('node:worker_threads')
  const { createPublicKey, verify } = require('node:crypto')
  parentPort.on('message', ({ key, hashes, signatures }) => {
    const good = new Uint8Array(hashes.length / 32)
    const publicKey = createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' })
    for (let at = 0; at < good.length; at++) {
      const [hash, signature] = [hashes.subarray(at * 32, at * 32 + 32), signatures.subarray(at * 64, at * 64 + 64)]
      good[at] = publicKey.asymmetricKeyType === 'ed25519' && verify(null, hash, publicKey, signature) ? 1 : 0
    }
    parentPort.postMessage(good)
  })
`
