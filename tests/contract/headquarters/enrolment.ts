import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { enrolled } from '#shared/contracts/headquarters-api'
import { enrolmentNote } from '#shared/ledger/headquarters/enrolment-note'
import { commands } from '../../../headquarters/server/commands'
import { testMachine, type TestMachine } from '../../support/headquarters/test-machine'
import { send, type TestHeadquarters } from '../../support/headquarters/test-headquarters'

const hour = 3_600_000

export function enrolmentTests(of: () => TestHeadquarters): void {
  const enrol = async (machine: TestMachine, code: string, change: object = {}) => {
    const payload = JSON.stringify({ ...machine.enrolment(code), ...change })
    const headers = { 'content-type': 'application/json' }
    const answer = await of().server.inject({ method: 'POST', url: '/v1/enrolments', payload, headers })
    return [answer.statusCode, answer.json().kind ?? 'enrolled']
  }
  /** Another secret, with a check digit that fits: a guess. */
  const guessed = (code: string, nth: number): string => {
    const digits = code.replaceAll('-', '')
    const secret = String((Number(digits.slice(11, 19)) + nth) % 100_000_000).padStart(8, '0')
    for (let check = 0; check < 10; check++) {
      const guess = `${digits.slice(0, 11)}${secret}${check}`
      if (isWellTyped(guess)) return guess
    }
    throw new Error('no check digit')
  }

  describe('a code', () => {
    test('enrols one machine, once', async () => {
      const code = await of().code(await of().office())
      expect(await enrol(testMachine({ now: of().parts.now }), code)).toEqual([201, 'enrolled'])
      expect(await enrol(testMachine({ now: of().parts.now }), code)).toEqual([403, 'codeRefused'])
    })

    test('of two machines that use it at the same time enrols one', async () => {
      const code = await of().code(await of().office())
      const office = testMachine().office
      const both = [1, 2].map(() => testMachine({ office, now: of().parts.now }))
      const answers = await Promise.all(both.map(machine => enrol(machine, code)))
      expect(answers.map(([status]) => status).sort()).toEqual([201, 403])
    })

    test('that was typed wrongly costs nothing; a wrong one costs a try, and after five the right one is dead', async () => {
      const code = await of().code(await of().office())
      const machine = testMachine({ now: of().parts.now })
      const slipped = code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10)
      for (let i = 0; i < 6; i++) expect(await enrol(machine, slipped)).toEqual([422, 'codeMistyped'])
      for (let i = 1; i < 5; i++) expect(await enrol(machine, guessed(code, i))).toEqual([403, 'codeRefused'])
      const other = await of().code(await of().office())
      for (let i = 1; i <= 5; i++) expect(await enrol(machine, guessed(other, i))).toEqual([403, 'codeRefused'])
      expect(await enrol(machine, other)).toEqual([403, 'codeRefused'])
      expect(await enrol(machine, code)).toEqual([201, 'enrolled'])
    })

    test('asked for a hundred times at once is compared five times', async () => {
      const code = await of().code(await of().office())
      const guesses = Array.from({ length: 100 }, (_, at) => enrol(testMachine(), guessed(code, at + 1)))
      await Promise.all([...guesses])
      expect(await enrol(testMachine(), code)).toEqual([403, 'codeRefused'])
    })

    test('of the same office tells a machine again what it was told, and another computer with its chain nothing', async () => {
      const officeId = await of().office()
      const machine = testMachine({ now: of().parts.now })
      expect(await enrol(machine, await of().code(officeId))).toEqual([201, 'enrolled'])
      expect(await enrol(machine, await of().code(officeId))).toEqual([201, 'enrolled'])
      const code = await of().code(officeId)
      const copied = enrolmentFromAnotherComputer(machine, code)
      expect(await enrol(machine, code, copied)).toEqual([409, 'chainKnown'])
      const place = `/v1/console/offices/${officeId}/machines/${machine.chain}/closing`
      expect((await of().operator('POST', place, {})).status).toBe(200)
      expect(await enrol(machine, code)).toEqual([409, 'chainKnown'])
    })

    test('is of one office, and dead after 72 hours', async () => {
      const first = await of().enrolled()
      const code = await of().code(first.officeId)
      expect(await enrol(testMachine({ now: of().parts.now }), code)).toEqual([409, 'otherOffice'])
      const second = await of().code(await of().office())
      expect(await enrol(testMachine({ office: first.office }), second)).toEqual([409, 'otherOffice'])
      of().advance(72 * hour + 1)
      const late = testMachine({ office: first.office, isFounding: false, now: of().parts.now })
      expect(await enrol(late, code)).toEqual([403, 'codeRefused'])
      of().advance(-72 * hour - 1)
      expect(await enrol(late, code)).toEqual([201, 'enrolled'])
    })

    test('is no use to somebody who changes what was signed, or has no key', async () => {
      const code = await of().code(await of().office())
      const machine = testMachine({ now: of().parts.now })
      const { publicKey } = testMachine()
      expect(await enrol(machine, code, { publicKey })).toEqual([401, 'notSigned'])
      expect(await enrol(machine, code, { chain: 'ab'.repeat(16) })).toEqual([401, 'notSigned'])
      expect(await enrol(machine, code)).toEqual([201, 'enrolled'])
      const again = await of().code(await of().office())
      expect(await enrol(machine, again)).toEqual([409, 'otherOffice'])
    })

    test('nothing of it is kept: not in the log, not in the database', async () => {
      const officeId = await of().office()
      const code = await of().code(officeId)
      await enrol(testMachine(), code)
      const digits = code.replaceAll('-', '')
      expect(of().log.filter(line => line.includes(code) || line.includes(digits.slice(11, 19)))).toEqual([])
    })
  })

  test('without a line the request goes and the answer comes by file', async () => {
    const folder = fs.mkdtempSync(path.join(of().parts.config.folder, 'stick-'))
    const machine = testMachine({ now: of().parts.now })
    const [asked, answer] = [path.join(folder, 'request.json'), path.join(folder, 'answer.json')]
    fs.writeFileSync(asked, JSON.stringify(machine.enrolment(await of().code(await of().office()))))
    const headquarters = { parts: of().parts, cluster: null, operatorToken: '', close: () => Promise.resolve() }
    expect(await commands.enrol(headquarters, [asked, answer])).toMatchObject({ ok: true })
    const told = enrolled.parse(JSON.parse(fs.readFileSync(answer, 'utf8')))
    expect(told.headquarters).toEqual({ chain: of().parts.key.chain, publicKey: of().parts.key.publicKey })
    expect(await commands.enrol(headquarters, [asked, `${answer}.2`])).toMatchObject({ ok: false })
    machine.visit()
    expect((await of().call(machine, send(machine, 1))).status).toBe(200)
    fs.writeFileSync(asked, 'x')
    expect(await commands.enrol(headquarters, [asked, `${answer}.3`])).toMatchObject({ ok: false })
  })

  test('a machine that was lost is shut out, the office is told, and another one takes its place', async () => {
    const lost = await of().enrolled()
    lost.visit()
    await of().call(lost, send(lost, 1))
    const place = `/v1/console/offices/${lost.officeId}/machines/${lost.chain}/closing`
    const closed = await of().operator('POST', place, {})
    expect([closed.status, closed.json]).toEqual([200, { fromSeq: 15 }])
    expect((await of().operator('POST', place, {})).status).toBe(404)
    lost.visit()
    const refused = await of().call(lost, send(lost, 14))
    expect([refused.status, refused.json['kind']]).toEqual([403, 'machineClosed'])
    // What the thief wrote may still come by another machine: kept apart, and not taken.
    const next = await of().enrolled({ officeId: lost.officeId, office: lost.office })
    const call = { method: 'POST', path: '/v1/segments', body: lost.segment(14) }
    const carried = await of().call(next, call)
    expect([carried.status, carried.json['kind'], carried.json['fromSeq']]).toEqual([403, 'revoked', 15])
    const { json } = await of().call(next, { method: 'GET', path: '/v1/heads' })
    expect(json['receipts']).toHaveLength(3)
  })
}

function enrolmentFromAnotherComputer(machine: TestMachine, code: string) {
  const { signature: _own, ...words } = { ...machine.enrolment(code), machine: 'ab'.repeat(32) }
  const segmentDigest = createHash('sha256').update(Buffer.from(words.firstSegment, 'base64')).digest('hex')
  return { machine: words.machine, signature: machine.signNote(enrolmentNote({ ...words, segmentDigest })) }
}

function isWellTyped(digits: string): boolean {
  let product = 10
  for (const digit of digits.slice(0, -1)) product = ((((product + Number(digit)) % 10 || 10) * 2) % 11) as number
  return (11 - product) % 10 === Number(digits.at(-1))
}
