import { generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import { expect, it } from 'vitest'
import { err, ok } from '#shared/kernel/result'
import { PairingHost, pairingMinutes } from '../../../../../electron/main/neighbours/pairing/pairing-host'
import {
  meetHost,
  type PairingCarrier,
  type PairingGuest,
} from '../../../../../electron/main/neighbours/pairing/pairing-guest'
import { commitmentOf, newHalf, pairingSecret } from '../../../../../electron/main/neighbours/pairing/pairing-secret'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import { valueOf } from '../../../../support/workstation/test-workstation'

let at = 0
const newHost = () => new PairingHost({ now: () => at, random: randomBytes, newId: randomUUID, proof: nodeCraft })

const carrierTo =
  (host: PairingHost): PairingCarrier =>
  async (step, message) => {
    const sent = JSON.parse(JSON.stringify(message)) as never
    return {
      hello: () => host.hello(sent),
      reveal: () => host.reveal(sent),
      request: () => host.request(sent),
      answer: () => host.wait(sent),
    }[step]()
  }

const meet = (carry: PairingCarrier, code: string) => meetHost(carry, { code, random: randomBytes })

const key = generateKeyPairSync('ed25519')
const me = {
  chain: 'b'.repeat(32),
  publicKey: key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  workstation: 'B',
  windowName: '乙号窗口',
}
const signNote = (note: string) => sign(null, Buffer.from(note), key.privateKey).toString('base64')
const wrong = (code: string): string => String((Number(code) + 1) % 100_000_000).padStart(8, '0')

/** One call after the other over a carrier that somebody else holds. */
async function pairedWith(host: PairingHost): Promise<PairingGuest> {
  return valueOf(await meet(carrierTo(host), host.code))
}

it('the right code shows the same six digits on both screens, and what is asked and answered is sealed', async () => {
  const host = newHost()
  const sent: string[] = []
  const listening: PairingCarrier = (step, message) => {
    sent.push(JSON.stringify(message))
    return carrierTo(host)(step, message)
  }
  const guest = valueOf(await meet(listening, host.code))
  expect(host.stage).toMatchObject({ kind: 'compare', words: guest.words, asks: null })
  expect(guest.words).toMatch(/^\d{6}$/)
  valueOf(await guest.ask(me, signNote))
  expect(host.stage).toMatchObject({ kind: 'compare', asks: { chain: me.chain, workstation: 'B' } })
  expect(await guest.answer()).toEqual(ok({ kind: 'waiting' }))
  const { pairingId } = host.stage as { pairingId: string }
  host.welcome(pairingId, { secret: 'the key of the office' })
  const heard = valueOf(await guest.answer())
  expect(heard).toEqual({ kind: 'welcome', welcome: { secret: 'the key of the office' } })
  expect(host.stage).toMatchObject({ kind: 'done', asks: { workstation: 'B' } })
  for (const word of [host.code, me.chain, me.windowName]) expect(sent.join()).not.toContain(word)
})

it('five wrong codes end it, also for who then knows the right one', async () => {
  const host = newHost()
  for (const left of [4, 3, 2, 1]) {
    expect(await meet(carrierTo(host), wrong(host.code))).toEqual(err({ kind: 'wrongCode' }))
    expect(host.stage).toEqual({ kind: 'open', triesLeft: left })
  }
  expect(await meet(carrierTo(host), wrong(host.code))).toEqual(err({ kind: 'tooManyTries' }))
  expect(await meet(carrierTo(host), host.code)).toEqual(err({ kind: 'tooManyTries' }))
  expect(host.stage).toEqual({ kind: 'closed', why: 'tooManyTries' })
})

it('a code is good for some minutes and for one machine', async () => {
  const host = newHost()
  at = pairingMinutes * 60_000 - 1
  const guest = await pairedWith(host)
  expect(await meet(carrierTo(host), host.code)).toEqual(err({ kind: 'busy' }))
  at += 1
  expect(await guest.ask(me, signNote)).toEqual(err({ kind: 'expired' }))
  expect(host.stage).toEqual({ kind: 'closed', why: 'expired' })
  at = 0
})

it('what was shown once cannot be shown again, and nothing else than what was promised', async () => {
  const host = newHost()
  const seen: { step: string; message: unknown }[] = []
  const recording: PairingCarrier = (step, message) => {
    seen.push({ step, message })
    return carrierTo(host)(step, message)
  }
  await meet(recording, wrong(host.code))
  const reveal = seen.find(({ step }) => step === 'reveal')!.message as Parameters<PairingHost['reveal']>[0]
  expect(host.reveal(reveal)).toEqual(err({ kind: 'notUnderstood' }))
  expect(host.stage).toEqual({ kind: 'open', triesLeft: 4 }) // a replay costs no try and gains none

  const promised = newHalf(randomBytes)
  const { pairingId, key: hostKey, nonce } = valueOf(host.hello({ commitment: commitmentOf(promised) }))
  const other = newHalf(randomBytes) // chosen after the host's key was seen
  const secret = pairingSecret(other, { guest: other, host: { publicKey: hostKey, nonce } })!
  const shown = { pairingId, key: other.publicKey, nonce: other.nonce, proof: secret.proofOf('guest', host.code) }
  expect(host.reveal(shown)).toEqual(err({ kind: 'notUnderstood' }))
})

/** Stands between the two with keys of its own, and knows the code: somebody looked over a shoulder. */
function betweenThem(host: PairingHost, code: string): PairingCarrier {
  const toHost = newHalf(randomBytes)
  const toGuest = newHalf(randomBytes)
  let hostSaid: { pairingId: string; key: string; nonce: string }
  return async (step, message) => {
    if (step === 'hello') {
      const said = host.hello({ commitment: commitmentOf(toHost) })
      if (!said.ok) return said
      hostSaid = said.value
      return ok({ pairingId: said.value.pairingId, key: toGuest.publicKey, nonce: toGuest.nonce })
    }
    if (step !== 'reveal') return err({ kind: 'away' })
    const { key: guestKey, nonce } = message as { key: string; nonce: string }
    const met = { guest: toHost, host: { publicKey: hostSaid.key, nonce: hostSaid.nonce } }
    const mine = pairingSecret(toHost, met)!
    const shown = { publicKey: toHost.publicKey, nonce: toHost.nonce }
    const revealed = host.reveal({
      ...{ pairingId: hostSaid.pairingId, key: shown.publicKey, nonce: shown.nonce },
      proof: mine.proofOf('guest', code),
    })
    if (!revealed.ok) return revealed
    const theirs = pairingSecret(toGuest, { guest: { publicKey: guestKey, nonce }, host: toGuest })!
    return ok({ proof: theirs.proofOf('host', code) })
  }
}

it('who changes the keys on the way shows other digits on each screen, and is sent away', async () => {
  const host = newHost()
  const guest = valueOf(await meet(betweenThem(host, host.code), host.code))
  const { words, pairingId } = host.stage as { words: string; pairingId: string }
  expect(words).not.toBe(guest.words)
  expect(() => host.welcome(pairingId, {})).toThrow('nobody has asked')
  host.close('refusedThere') // people have compared
  expect(host.stage).toEqual({ kind: 'closed', why: 'refusedThere' })
  expect(host.wait({ pairingId })).toEqual(ok({ kind: 'refused', why: 'refusedThere' }))
})

it('who changes the keys without the code comes not even that far', async () => {
  const host = newHost()
  expect(await meet(betweenThem(host, wrong(host.code)), host.code)).toEqual(err({ kind: 'wrongCode' }))
  // A machine that plays the host towards the guest is found out by the guest.
  const alone: PairingCarrier = async (step, message) => {
    const half = newHalf(randomBytes)
    if (step === 'hello') return ok({ pairingId: randomUUID(), key: half.publicKey, nonce: half.nonce })
    return ok({ proof: Buffer.alloc(32).toString('base64'), ...((message as object) && {}) })
  }
  expect(await meet(alone, '12345678')).toEqual(err({ kind: 'changedOnTheWay' }))
})

it('a request counts only with the key that its acts will be signed with', async () => {
  const host = newHost()
  const guest = await pairedWith(host)
  const other = generateKeyPairSync('ed25519')
  const forged = (note: string) => sign(null, Buffer.from(note), other.privateKey).toString('base64')
  expect(await guest.ask(me, forged)).toEqual(err({ kind: 'notUnderstood' }))
  expect(host.stage).toMatchObject({ kind: 'compare', asks: null })
})

it('a key that makes the secret known to everybody is none', () => {
  const own = newHalf(randomBytes)
  const zero = Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), Buffer.alloc(32)]).toString('base64')
  const met = { guest: own, host: { publicKey: zero, nonce: own.nonce } }
  expect(pairingSecret(own, met)).toBeNull()
})
