import { createHash, randomBytes, sign } from 'node:crypto'
import fs from 'node:fs'
import { beforeEach, expect, it } from 'vitest'
import { identityOf } from '../../../../../electron/main/bundles/machine-recipient'
import { carriedName } from '../../../../../electron/main/ledger/carried-blobs'
import { sealedFetch } from '../../../../../electron/main/neighbours/line/sealed-line'
import { httpBlobLink } from '../../../../../electron/main/sync/blob-link'
import { httpLink } from '../../../../../electron/main/sync/http-link'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import {
  joinByLine,
  lineOf,
  loopback,
  signIn,
  type TestNeighbour,
} from '../../../../support/neighbours/office-of-machines'
import { admitTo, newKey, officeOnLoopback } from '../../../../support/neighbours/office-on-loopback'
import { machineOn } from '../../../../support/sticks/stick-machines'
import { valueOf } from '../../../../support/workstation/test-workstation'

const office = officeOnLoopback()
let first: TestNeighbour
beforeEach(async () => {
  first = await office.first()
})

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const pdf = (bytes: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)])
const shelfOf = ({ workstation }: TestNeighbour) => workstation.scans!
/** Of every scan that the acts of a machine name: its name, the digest that they say, and that of what lies there. */
const scansOf = (machine: TestNeighbour) =>
  [...shelfOf(machine).blobIndex.named()].map(({ file, sealed }) => {
    const name = carriedName(file)
    const { carried } = shelfOf(machine)
    return { name, sealed: sealed!, lies: carried.has(name) ? hashOf(fs.readFileSync(carried.fileOf(name))) : null }
  })

it('scans go both ways behind their acts, in pieces, and once', async () => {
  const one = machineOn(first.workstation, first.home)
  const subject = one.register(1)
  await one.scan(subject, pdf(4.2 * 1024 * 1024)) // two pieces
  const second = office.guest('second')
  await joinByLine(first, second)
  await signIn(second)
  valueOf(second.neighbours.setPartner({ address: lineOf(first) }))
  valueOf(await second.neighbours.pass())
  expect(scansOf(second)).toEqual(scansOf(first))
  expect(scansOf(second)).toMatchObject([{ lies: scansOf(first)[0]!.sealed }])

  await machineOn(second.workstation, second.home).scan(subject, pdf(20_000))
  valueOf(await second.neighbours.pass())
  expect(scansOf(first)).toHaveLength(2)
  expect(scansOf(first)).toEqual(scansOf(second))
  const whole = scansOf(first).map(({ name }) => fs.statSync(shelfOf(first).carried.fileOf(name)).mtimeMs)
  valueOf(await second.neighbours.pass())
  expect(scansOf(first).map(({ name }) => fs.statSync(shelfOf(first).carried.fileOf(name)).mtimeMs)).toEqual(whole)
})

/** Another machine of the office at the line, and what it may ask for. */
function callerOf(chain: string) {
  const { publicKey, privateKey } = newKey()
  const exchange = first.workstation.exchangeWith(nodeCraft)!
  const theirs = exchange.keyOf(exchange.ownChain)!.publicKey
  const link = httpLink({
    ...{ url: `http://${lineOf(first)}`, headquartersKey: theirs, proof: nodeCraft, now: Date.now, timeoutMs: 10_000 },
    callers: () => [{ chain, signNote: note => sign(null, Buffer.from(note), privateKey).toString('base64') }],
    transport: sealedFetch({ theirs, identities: () => [identityOf(privateKey)] }),
  })
  return { blobs: httpBlobLink(link.ask), publicKey }
}

it('what broke off goes on where it stopped; another digest, another place and a stranger are refused; nothing is written over', async () => {
  valueOf(await first.neighbours.serve({ address: loopback, port: 0 }))
  const one = machineOn(first.workstation, first.home)
  await one.scan(one.register(1), pdf(50_000))
  const [scan] = scansOf(first)
  const { name, sealed: digest } = scan!
  const bytes = fs.readFileSync(shelfOf(first).carried.fileOf(name))
  const size = bytes.length
  const { blobs, publicKey } = callerOf('c'.repeat(32))
  expect((await blobs.missing(digest)).ok).toBe(false) // nobody has admitted it yet
  admitTo(first, { chain: 'c'.repeat(32), publicKey, workstation: 'C' })

  expect(valueOf(await blobs.missing(digest))).toBeNull()
  const all = [valueOf(await blobs.get(digest, 0, 30_000))!, valueOf(await blobs.get(digest, 30_000, 30_000))!]
  expect(Buffer.concat(all).equals(bytes)).toBe(true)
  expect(valueOf(await blobs.get('ab'.repeat(32), 0, 1_000))).toBeNull()
  const part = (offset: number, piece: Uint8Array) => blobs.put({ digest, offset, size, bytes: piece })
  expect(valueOf(await part(0, randomBytes(size)))).toEqual({ held: null }) // whole: looked at no further
  expect(fs.readFileSync(shelfOf(first).carried.fileOf(name)).equals(bytes)).toBe(true)

  fs.rmSync(shelfOf(first).carried.fileOf(name)) // as if it had never come here
  expect(valueOf(await blobs.missing(digest))).toBe(0)
  expect(valueOf(await part(0, bytes.subarray(0, 20_000)))).toEqual({ held: 20_000 })
  expect(valueOf(await blobs.missing(digest))).toBe(20_000)
  expect(valueOf(await part(0, bytes.subarray(0, 20_000)))).toEqual({ held: 20_000 })
  expect(valueOf(await part(20_000, randomBytes(size - 20_000)))).toBe('otherDigest')
  expect(valueOf(await blobs.missing(digest))).toBe(0)
  expect(valueOf(await part(0, Buffer.concat([bytes, bytes])))).toBe('tooLarge')
  expect(valueOf(await blobs.put({ digest: 'ab'.repeat(32), offset: 0, size: 3, bytes: Buffer.from('abc') }))).toBe(
    'otherDigest',
  )
  expect(valueOf(await part(0, bytes))).toEqual({ held: null })
  expect(scansOf(first)).toEqual([scan])
})

it('a scan that lies here otherwise than its act says is told; put in again it is carried, by an act of its own', async () => {
  const one = machineOn(first.workstation, first.home)
  const subject = one.register(1)
  const content = pdf(20_000)
  const second = office.guest('second')
  await joinByLine(first, second)
  await signIn(second)
  valueOf(second.neighbours.setPartner({ address: lineOf(first) }))
  valueOf(await second.neighbours.pass())
  const other = machineOn(second.workstation, second.home)
  await other.scan(subject, content)
  const [scan] = scansOf(second)
  const file = shelfOf(second).carried.fileOf(scan!.name)
  const rotten = fs.readFileSync(file)
  rotten[60]! ^= 0xff
  fs.writeFileSync(file, rotten)
  valueOf(await second.neighbours.pass())
  expect(second.findings).toEqual([{ kind: 'scanHeldUp', file: scan!.name.slice(0, 12), why: 'changedHere' }])
  expect(scansOf(first)).toMatchObject([{ lies: null }])
  await other.scan(subject, content)
  valueOf(await second.neighbours.pass())
  expect(second.findings).toHaveLength(1)
  const [mended] = scansOf(first)
  expect(mended!.sealed).not.toBe(scan!.sealed)
  expect(mended).toEqual({ name: scan!.name, sealed: mended!.sealed, lies: mended!.sealed })
})
