import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import fs from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { enrolment, type Enrolment } from '#shared/contracts/headquarters-api'
import { answerTimeHeader } from '#shared/ledger/headquarters/answer-note'
import { writeEnrolmentCode } from '#shared/ledger/headquarters/enrolment-code'
import { enrolmentNote } from '#shared/ledger/headquarters/enrolment-note'
import { receiptNote } from '#shared/ledger/exchange/receipt'
import { deskHandlers } from '../../../../../electron/main/ipc/desk-handlers'
import { readAddress } from '../../../../../electron/main/sync/live/enrol-online'
import { exchangeDesk } from '../../../../../electron/main/sync/live/exchange-desk'
import { pinnedHeadquarters, printOfKey } from '../../../../../electron/main/sync/live/pinned-headquarters'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import { noDesks } from '../../../../support/workstation/no-desks'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'

const code = writeEnrolmentCode({ officeId: 530102001, codeNo: 7, secret: '48213770' })

let folder: string
let server: Server
let answer: (asked: unknown) => { status: number; body: unknown }
let address: string
const asked: unknown[] = []
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'exchange-desk-'))
  asked.length = 0
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(parts).toString())
      asked.push(body)
      const answered = answer(body)
      response.writeHead(answered.status, {
        'content-type': 'application/json',
        [answerTimeHeader]: new Date(Date.now() + 3_600_000).toISOString(),
      })
      response.end(typeof answered.body === 'string' ? answered.body : JSON.stringify(answered.body))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  fs.rmSync(folder, { recursive: true, force: true })
})

function headquarters() {
  const pair = generateKeyPairSync('ed25519')
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const chain = 'c0'.repeat(16)
  /** As headquarters answers; `change` makes it another's answer. */
  const enrolled = (body: unknown, hash: string, change: object = {}) => {
    const { office, chain: machine } = enrolment.parse(body)
    const note = receiptNote({
      office,
      chain: machine,
      seq: 1,
      hash,
      receivedAt: '2026-11-26T02:00:00.000Z',
      ...change,
    })
    const signature = sign(null, Buffer.from(note), pair.privateKey).toString('base64')
    return { office, headquarters: { chain, publicKey }, receipt: { note, signature } }
  }
  return { chain, publicKey, enrolled }
}

async function office() {
  const workstation = openTestWorkstation({ folder })
  valueOf(await workstation.establish(founding))
  const pinned = pinnedHeadquarters(workstation.options.vault)
  const begun: string[] = []
  const live = {
    status: () => ({}) as never,
    report: () => ({ chains: [], findings: [], usedTwice: [], contradicted: [], outlived: [] }),
    now: () => void begun.push('now'),
    stopPass: () => void begun.push('stop'),
    begin: () => void begun.push('begin'),
    end: async () => void begun.push('end'),
    known: null,
  }
  const chosen = { folder: null as string | null, file: null as string | null }
  const desk = exchangeDesk({
    ...{ workstation, pinned, live, timeoutMs: 2_000, now: Date.now },
    askFolder: async () => chosen.folder,
    askFile: async () => chosen.file,
    askWhere: async () => null,
  })
  const first = () => workstation.ledger!.hashAt(1)!
  return { workstation, pinned, desk, begun, chosen, first }
}

const whyOf = (result: { ok: boolean; problem?: unknown }): unknown =>
  (result.problem as { why?: unknown } | undefined)?.why ?? result

describe('enrolling on the line', () => {
  it('asks with a signed request, waits for a person to compare the key, then pins it and says so in the ledger', async () => {
    const { workstation, pinned, desk, begun, first } = await office()
    const hq = headquarters()
    answer = body => ({ status: 201, body: hq.enrolled(body, first()) })
    valueOf(await desk.enrol({ address: `${address}/`, code: ` ${code.replaceAll('-', ' ')} ` }))
    const sent = enrolment.parse(asked[0]) as Enrolment
    const segment = Buffer.from(sent.firstSegment, 'base64')
    const note = enrolmentNote({ ...sent, segmentDigest: createHash('sha256').update(segment).digest('hex') })
    expect(sent.code).toBe(code)
    expect(nodeCraft.verifyNote(sent.publicKey, note, sent.signature)).toBe(true)
    const keyPrint = printOfKey(hq.publicKey)
    expect(keyPrint).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/)
    expect(desk.status().unconfirmed?.keyPrint).toBe(keyPrint)
    expect(desk.status().unconfirmed?.clockOffsetMs).toBeGreaterThan(3_500_000)
    expect([pinned.current(), begun]).toEqual([null, []])
    expect(whyOf(desk.confirmKey('0000 0000'))).toBe('nothingToConfirm')

    valueOf(desk.confirmKey(keyPrint))
    expect(pinned.current()).toMatchObject({ chain: hq.chain, publicKey: hq.publicKey, address })
    expect(begun).toEqual(['begin'])
    expect(desk.status().unconfirmed).toBeNull()
    const said = workstation.ledger!.actsOf('office').flatMap(({ facts }) => facts)
    expect(said.at(-1)).toMatchObject({ type: 'chain.admitted@1', open: { chain: hq.chain, windowName: '上级端' } })
    const acts = workstation.ledger!.head.seq

    // Again, as after a lost answer: nothing is said twice.
    valueOf(await desk.enrol({ address, code }))
    valueOf(desk.confirmKey(keyPrint))
    expect(workstation.ledger!.head.seq).toBe(acts)
    workstation.lock()
    // Sealed: it is known again after the next sign-in, and to nobody before it.
    const next = openTestWorkstation({ folder })
    expect(pinnedHeadquarters(next.options.vault).current()).toBeNull()
    valueOf(await signInFirst(next))
    expect(pinnedHeadquarters(next.options.vault).current()).toMatchObject({ chain: hq.chain })
    next.lock()
  })

  it('a key that differs is dropped, and nothing was pinned or said', async () => {
    const { workstation, pinned, desk, first } = await office()
    const { seq } = workstation.ledger!.head
    answer = body => ({ status: 201, body: headquarters().enrolled(body, first()) })
    valueOf(await desk.enrol({ address, code }))
    desk.dropKey()
    expect([desk.status().unconfirmed, pinned.current(), workstation.ledger!.head.seq]).toEqual([null, null, seq])
    workstation.lock()
  })

  it('says of each refusal which it is, and of a stranger that it is none', async () => {
    const { workstation, desk, pinned, first } = await office()
    const kinds = ['codeMistyped', 'codeRefused', 'notSigned', 'otherOffice', 'chainKnown', 'openingRefused'] as const
    for (const kind of kinds) {
      answer = () => ({ status: 403, body: { kind } })
      expect(whyOf(await desk.enrol({ address, code }))).toBe(kind)
    }
    for (const [status, body, why] of [
      [429, { kind: 'tooOften' }, 'tooOften'],
      [503, { kind: 'storeAway' }, 'busy'],
      [404, '<html>', 'notHeadquarters'],
      [201, '<html>', 'notHeadquarters'],
    ] as const) {
      answer = () => ({ status, body })
      expect(whyOf(await desk.enrol({ address, code }))).toBe(why)
    }
    const hq = headquarters()
    for (const change of [{ office: 'another' }, { chain: 'ab'.repeat(16) }, { hash: 'ef'.repeat(32) }, { seq: 999 }]) {
      answer = body => ({ status: 201, body: hq.enrolled(body, first(), change) })
      expect(whyOf(await desk.enrol({ address, code })), JSON.stringify(change)).toBe('answerNotOurs')
    }
    answer = body => ({
      status: 201,
      body: { ...hq.enrolled(body, first()), headquarters: { ...hq, publicKey: 'AAAA' } },
    })
    expect(whyOf(await desk.enrol({ address, code }))).toBe('answerNotOurs')
    expect(asked).toHaveLength(15)
    // Neither of these asks anybody.
    expect(whyOf(await desk.enrol({ address, code: code.replace('48213770', '48213771') }))).toBe('codeMistyped')
    expect(whyOf(await desk.enrol({ address: 'ftp://x', code }))).toBe('addressWrong')
    expect(asked).toHaveLength(15)
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    expect(whyOf(await desk.enrol({ address, code }))).toBe('away')
    expect([pinned.current(), desk.status().unconfirmed]).toEqual([null, null])
    workstation.lock()
  })

  it('another key than the pinned one is refused until the exchange is ended', async () => {
    const { workstation, desk, pinned, begun, first } = await office()
    const [one, other] = [headquarters(), headquarters()]
    answer = body => ({ status: 201, body: one.enrolled(body, first()) })
    valueOf(await desk.enrol({ address, code }))
    valueOf(desk.confirmKey(printOfKey(one.publicKey)))
    answer = body => ({ status: 201, body: other.enrolled(body, first()) })
    expect(whyOf(await desk.enrol({ address, code }))).toBe('otherKey')
    expect(pinned.current()?.publicKey).toBe(one.publicKey)
    valueOf(desk.setAddress(null))
    expect(pinned.current()).toMatchObject({ publicKey: one.publicKey, address: null })
    expect(whyOf(desk.setAddress('https://host/path'))).toBe('addressWrong')
    valueOf(desk.leave())
    expect([pinned.current(), begun.at(-1)]).toEqual([null, 'end'])
    expect(whyOf(desk.leave())).toBe('notEnrolled')
    valueOf(await desk.enrol({ address, code }))
    workstation.lock()
  })
})

describe('enrolling by a stick', () => {
  it('writes the request whole, and reads the answer that comes back', async () => {
    const { workstation, desk, pinned, chosen, first } = await office()
    expect(valueOf(await desk.writeRequest(code))).toBeNull()
    chosen.folder = folder
    const file = valueOf(await desk.writeRequest(code))!
    expect(path.basename(file)).toMatch(/^enrolment-request-[0-9a-f]{8}\.json$/)
    const request: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
    const hq = headquarters()
    const back = path.join(folder, 'answer.json')
    expect(valueOf(await desk.readAnswer())).toBe(false)
    chosen.file = back
    expect(whyOf(await desk.readAnswer())).toBe('fileUnreadable')
    fs.writeFileSync(back, 'x')
    expect(whyOf(await desk.readAnswer())).toBe('fileUnreadable')
    fs.writeFileSync(back, JSON.stringify(hq.enrolled(request, 'ef'.repeat(32))))
    expect(whyOf(await desk.readAnswer())).toBe('answerNotOurs')
    fs.writeFileSync(back, JSON.stringify(hq.enrolled(request, first())))
    expect(valueOf(await desk.readAnswer())).toBe(true)
    valueOf(desk.confirmKey(printOfKey(hq.publicKey)))
    expect(pinned.current()).toMatchObject({ chain: hq.chain, address: null })
    workstation.lock()
  })
})

describe('over the bridge', () => {
  it('everybody may look and hurry; whom this machine exchanges with only an administrator says', async () => {
    const { workstation, desk, begun } = await office()
    const ask = deskHandlers({ workstation, ...noDesks, exchange: desk })
    valueOf(await ask['exchange:now']())
    valueOf(await ask['exchange:stop']())
    expect(begun).toEqual(['now', 'stop'])
    expect(valueOf(await ask['exchange:report']()).usedTwice).toEqual([])
    // There is nothing to save; whoever is signed in may ask for it.
    expect(await ask['exchange:saveContradicted']()).toEqual({ ok: false, problem: { kind: 'notFound' } })
    expect(whyOf(await ask['exchange:enrol']({ address: 'ftp://x', code }))).toBe('addressWrong')
    workstation.lock()
    const refused = [
      await ask['exchange:enrol']({ address, code }),
      await ask['exchange:writeRequest']({ code }),
      await ask['exchange:readAnswer'](),
      await ask['exchange:confirmKey']({ keyPrint: '' }),
      await ask['exchange:dropKey'](),
      await ask['exchange:setAddress']({ address: null }),
      await ask['exchange:leave'](),
    ]
    expect(refused.map(whyOf)).toEqual(refused.map(() => ({ kind: 'postNeeded', posts: ['administrator'] })))
  })

  it('the pin is no draft that a window reads or takes away', async () => {
    const { workstation } = await office()
    const ask = deskHandlers({ workstation, ...noDesks })
    for (const answer of [
      await ask['draft:load']({ name: 'headquarters' }),
      await ask['draft:discard']({ name: 'headquarters' }),
    ])
      expect(answer.ok).toBe(false)
    workstation.lock()
  })
})

describe('an address', () => {
  it.each([
    ['https://gongkai.example.gov.cn:8787/', 'https://gongkai.example.gov.cn:8787'],
    ['http://10.1.2.3:8787', 'http://10.1.2.3:8787'],
    [' 10.1.2.3:8787 ', 'https://10.1.2.3:8787'],
    ['ｈttps://10.1.2.3：8787', 'https://10.1.2.3:8787'],
  ])('%s is taken as %s', (typed, read) => expect(readAddress(typed)).toBe(read))

  it.each(['', 'ftp://x', 'https://host/path', 'https://user@host', 'https://host?x', 'a b', 'javascript:alert(1)'])(
    '%s is none',
    typed => expect(readAddress(typed)).toBeNull(),
  )
})
