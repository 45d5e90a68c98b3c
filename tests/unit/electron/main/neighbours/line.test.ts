import { createHash, randomBytes, sign, type KeyObject } from 'node:crypto'
import net from 'node:net'
import { beforeEach, expect, it } from 'vitest'
import { requestNote } from '#shared/ledger/exchange/request-note'
import { openSealed, sealFor } from '../../../../../electron/main/neighbours/line/sealed-line'
import { identityOf } from '../../../../../electron/main/bundles/machine-recipient'
import {
  joinByLine,
  lineOf,
  loopback,
  signIn,
  type TestNeighbour,
} from '../../../../support/neighbours/office-of-machines'
import { admitTo, newKey, officeOnLoopback } from '../../../../support/neighbours/office-on-loopback'
import { founding, valueOf } from '../../../../support/workstation/test-workstation'

const office = officeOnLoopback()
let first: TestNeighbour
beforeEach(async () => {
  first = await office.first()
})

/** Whoever holds a key and knows the calls. */
function callerWith(privateKey: KeyObject, chain: string) {
  return async (
    route: string,
    { sentAt = Date.now(), nonce = randomBytes(16).toString('hex'), body = Buffer.alloc(0) } = {},
  ) => {
    const method = body.length > 0 ? 'POST' : 'GET'
    const at = new Date(sentAt).toISOString()
    const bodyDigest = createHash('sha256').update(body).digest('hex')
    const note = requestNote({ method, path: route, bodyDigest, sentAt: at, nonce })
    const answer = await fetch(`http://${lineOf(first)}${route}`, {
      method,
      headers: {
        ...{ 'records-desk-chain': chain, 'records-desk-sent-at': at, 'records-desk-nonce': nonce },
        ...{ 'records-desk-signature': sign(null, Buffer.from(note), privateKey).toString('base64') },
        ...(body.length > 0 ? { 'content-type': 'application/octet-stream' } : {}),
      },
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    })
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
  }
}

it('strangers, repeated requests and other times are refused, and an answer opens only for who asked', async () => {
  valueOf(await first.neighbours.serve({ address: loopback, port: 0 }))
  const { privateKey, publicKey } = newKey()
  const chain = 'c'.repeat(32)
  const ask = callerWith(privateKey, chain)
  expect((await ask('/v1/heads')).status).toBe(404)
  admitTo(first, { chain, publicKey, workstation: 'C' })
  const nonce = randomBytes(16).toString('hex')
  const answer = await ask('/v1/heads', { nonce })
  expect(answer.status).toBe(200)
  expect(answer.bytes.includes('receipts')).toBe(false)
  const opened = await openSealed(answer.bytes, [identityOf(privateKey)])
  expect(JSON.parse(Buffer.from(opened!).toString())).toMatchObject({
    receipts: [{ note: expect.any(String) as string }],
  })
  expect(await openSealed(answer.bytes, [identityOf(newKey().privateKey)])).toBeNull()
  expect((await ask('/v1/heads', { nonce })).status).toBe(401)
  expect((await ask('/v1/heads', { sentAt: Date.now() - 3_600_000 })).status).toBe(401)
  expect((await callerWith(newKey().privateKey, chain)('/v1/heads')).status).toBe(401)
  expect((await ask('/v1/segments', { body: Buffer.from('not sealed') })).status).toBe(401)
})

it('no key of a subject goes to headquarters, nor to whom only headquarters vouches for', async () => {
  valueOf(await first.neighbours.serve({ address: loopback, port: 0 }))
  const [machine, headquarters] = [newKey(), newKey()]
  admitTo(first, { chain: 'c'.repeat(32), publicKey: machine.publicKey, workstation: 'C' })
  admitTo(first, { chain: 'd'.repeat(32), publicKey: headquarters.publicKey, workstation: '' })
  expect((await callerWith(machine.privateKey, 'c'.repeat(32))('/v1/keys')).status).toBe(200)
  expect((await callerWith(headquarters.privateKey, 'd'.repeat(32))('/v1/keys')).status).toBe(403)
  expect((await callerWith(headquarters.privateKey, 'd'.repeat(32))('/v1/heads')).status).toBe(200)
  expect(first.state().machines.map(({ workstation }) => workstation)).toEqual(['A', 'C'])
})

/** Stands in the wire and keeps everything that passes. */
async function tapOn(target: string): Promise<{ url: string; heard: () => string; close: () => Promise<void> }> {
  const [host, port] = target.split(':')
  const pieces: Buffer[] = []
  const sockets = new Set<net.Socket>()
  const server = net.createServer(from => {
    const to = net.connect(Number(port), host)
    for (const [one, other] of [[from, to] as const, [to, from] as const]) {
      sockets.add(one)
      one.on('data', piece => {
        pieces.push(piece)
        other.write(piece)
      })
      one.on('error', () => other.destroy())
      one.on('close', () => other.end())
    }
  })
  await new Promise<void>(resolve => server.listen(0, loopback, resolve))
  const { port: own } = server.address() as net.AddressInfo
  return {
    url: `${loopback}:${own}`,
    heard: () => Buffer.concat(pieces).toString('latin1'),
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}

it('whoever listens on the wire reads no act, no name and no key', async () => {
  const second = office.guest('second')
  await joinByLine(first, second)
  await signIn(second)
  const tap = await tapOn(lineOf(first))
  try {
    valueOf(second.neighbours.setPartner({ address: tap.url }))
    valueOf(await second.neighbours.pass())
    const heard = tap.heard()
    expect(heard).toContain('/v1/segments') // the tap hears; what it must not find would be found
    expect(heard).toContain(first.workstation.ledger!.chain)
    const mustNotStand = ['person.signedIn', '"facts"', founding.officeName, founding.administrator.name, 'receipts']
    for (const word of mustNotStand) expect(heard).not.toContain(Buffer.from(word).toString('latin1'))
    const heads = [...first.workstation.ledger!.heads].map(({ seq }) => seq).sort()
    expect(heads).toEqual([...second.workstation.ledger!.heads].map(({ seq }) => seq).sort())
  } finally {
    await tap.close()
  }
})

it('what is sealed for one machine is for that machine alone', async () => {
  const [ours, theirs] = [newKey(), newKey()]
  const sealed = await sealFor(ours.publicKey, Buffer.from('an act'))
  expect(Buffer.from((await openSealed(sealed, [identityOf(ours.privateKey)]))!).toString()).toBe('an act')
  expect(await openSealed(sealed, [identityOf(theirs.privateKey)])).toBeNull()
  sealed[sealed.length - 1]! ^= 1
  expect(await openSealed(sealed, [identityOf(ours.privateKey)])).toBeNull()
})
