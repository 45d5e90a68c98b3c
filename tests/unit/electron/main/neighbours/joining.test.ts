import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { PlainFact } from '#shared/ledger/act'
import {
  bytesBelow,
  joinByLine,
  lineOf,
  loopback,
  password,
  signIn,
  type TestNeighbour,
} from '../../../../support/neighbours/office-of-machines'
import { officeOnLoopback } from '../../../../support/neighbours/office-on-loopback'
import { founding, valueOf } from '../../../../support/workstation/test-workstation'
import { visitActs } from '../../../../support/workstation/visit-acts'

const { first: newOffice, guest: newGuest, aside } = officeOnLoopback()

/** A request as it is registered at the counter of this machine. */
function register(machine: TestNeighbour, serial: number): string {
  const { workstation } = machine
  const acts = workstation.ledger!.actsOf('office')
  const agency = acts.flatMap(({ facts }) => facts).find(({ type }) => type === 'agency.added@1')!
  const { agencyId } = agency.open as { agencyId: string }
  const today = workstation.options.clock.today()
  const [first] = visitActs({ agencyId, today, requestSerial: serial, letterSerial: serial })
  const code = workstation.session()!.workstation
  const ofHere = JSON.parse(JSON.stringify(first).replaceAll('YX-A-', `YX-${code}-`)) as NonNullable<typeof first>
  valueOf(workstation.append(ofHere))
  return ofHere.subject
}

const registered = (machine: TestNeighbour, subject: string): PlainFact | undefined =>
  machine.workstation.ledger!.actsOf(subject)[0]?.facts[0]

const inOrder = (machine: TestNeighbour) =>
  [...machine.workstation.ledger!.heads].sort((a, b) => (a.chain < b.chain ? -1 : 1))

it('a machine joins by the network, opens with the same passwords, and both exchange both ways', async () => {
  const first = await newOffice()
  const before = register(first, 1)
  const second = newGuest('second')
  expect(await joinByLine(first, second)).toEqual({ stage: 'joined', officeName: founding.officeName })
  expect(second.workstation.options.vault.status()).toMatchObject({ state: 'locked', workstation: 'B' })

  await signIn(second)
  expect(second.workstation.session()).toMatchObject({ posts: ['administrator', 'clerk'], workstation: 'B' })
  expect(registered(second, before)).toEqual(registered(first, before)) // what identifies the applicant opens here too
  expect(registered(second, before)?.personal).toBeDefined()

  const here = register(first, 2)
  const there = register(second, 1)
  valueOf(await second.neighbours.pass())
  expect(registered(first, there)).toEqual(registered(second, there))
  expect(registered(second, here)).toEqual(registered(first, here))
  for (const subject of [here, there]) expect(registered(second, subject)?.personal).toBeDefined()
  expect(inOrder(first)).toEqual(inOrder(second))
  expect(first.arrivals).toBeGreaterThan(0)

  valueOf(await second.neighbours.pass()) // nothing is left to do
  expect(inOrder(first)).toEqual(inOrder(second))
  const seen = first.state().machines
  expect(seen.map(({ workstation, isThis, state }) => ({ workstation, isThis, state }))).toEqual([
    { workstation: 'A', isThis: true, state: 'inUse' },
    { workstation: 'B', isThis: false, state: 'inUse' },
  ])
  expect(seen[1]!.lastSeenAt).not.toBeNull()
  expect(second.state().machines.map(({ workstation }) => workstation)).toEqual(['B', 'A'])
  expect(second.state().partner).toMatchObject({ address: lineOf(first), trouble: null })
})

it('a third machine joins at the second, and trusts the office from its founding', async () => {
  const first = await newOffice()
  const second = newGuest('second')
  await joinByLine(first, second)
  await signIn(second)
  valueOf(await second.neighbours.pass())
  const third = newGuest('third')
  expect((await joinByLine(second, third, 'C')).stage).toBe('joined')
  await signIn(third)
  const subject = register(third, 1)
  valueOf(await third.neighbours.pass())
  valueOf(await second.neighbours.pass())
  expect(registered(first, subject)).toEqual(registered(third, subject))
  expect(first.state().machines.map(({ workstation }) => workstation)).toEqual(['A', 'B', 'C'])
  const office = first.workstation.ledger!.actsOf('office').flatMap(({ facts }) => facts.map(({ type }) => type))
  expect(office.filter(type => type === 'chain.opened@1')).toHaveLength(3)
})

it('a code of a workstation that is taken, a wrong password and an office that stands are refused', async () => {
  const first = await newOffice()
  const second = newGuest('second')
  expect(await joinByLine(first, second, 'A')).toEqual({ stage: 'failed', why: 'workstationTaken' })
  expect(fs.existsSync(path.join(second.home, 'vault', 'vault.json'))).toBe(false)
  expect((await joinByLine(first, second, 'B')).stage).toBe('joined')
  const asked = { workstation: 'D', windowName: '丁', address: lineOf(first), code: '00000000' }
  expect(second.joining.begin(asked)).toEqual({ ok: false, problem: { kind: 'alreadyEstablished' } })
  const wrong = await first.neighbours.admit({ pairingId: crypto.randomUUID(), password })
  expect(wrong).toEqual({ ok: false, problem: { kind: 'notFound' } })
})

it('a machine that was revoked is refused, and what it wrote since then is taken nowhere', async () => {
  const first = await newOffice()
  const second = newGuest('second')
  await joinByLine(first, second)
  await signIn(second)
  const good = register(second, 1)
  valueOf(await second.neighbours.pass())
  const lost = second.workstation.ledger!.chain
  valueOf(first.neighbours.revoke({ chain: lost }))
  const late = register(second, 2)
  expect(await second.neighbours.pass()).toEqual({ ok: false, problem: { kind: 'refused' } })
  expect(registered(first, good)).toBeDefined()
  expect(registered(first, late)).toBeUndefined()
  expect(first.state().machines[1]).toMatchObject({ state: 'revoked', held: expect.any(Number) as number })
  expect(first.neighbours.revoke({ chain: first.workstation.ledger!.chain }).ok).toBe(false)

  const fresh = newGuest('replacement') // under a code of its own: numbers of the lost one stay its own
  expect(await joinByLine(first, fresh, 'B')).toEqual({ stage: 'failed', why: 'workstationTaken' })
  expect((await joinByLine(first, fresh, 'C')).stage).toBe('joined')
  await signIn(fresh)
  expect(registered(fresh, good)).toEqual(registered(first, good))
})

it('nobody is answered while the machine that serves is locked, and its line goes on after that', async () => {
  const first = await newOffice()
  const second = newGuest('second')
  await joinByLine(first, second)
  await signIn(second)
  first.workstation.lock()
  expect(await second.neighbours.pass()).toEqual({ ok: false, problem: { kind: 'away' } })
  await signIn(first)
  valueOf(await second.neighbours.pass())
  expect(inOrder(first)).toEqual(inOrder(second))
})

it('a machine joins by two files on a stick; neither holds anything in the clear, and neither serves another', async () => {
  const first = await newOffice()
  const subject = register(first, 1)
  const second = newGuest('second')
  const [request, answer] = [aside('request.json'), aside('answer.age')]
  second.chosen = request
  const asked = { workstation: 'B', windowName: '乙号窗口', password: '等待期间用的口令' }
  expect(await second.joining.writeRequest(asked)).toEqual({ ok: true, value: { outcome: 'done' } })
  const waiting = second.joining.state() as { print: string }

  first.chosen = request
  const shown = valueOf(await first.neighbours.readRequest())!
  expect(shown).toMatchObject({ asks: { workstation: 'B', windowName: '乙号窗口' }, print: waiting.print })
  first.chosen = answer
  const { requestId } = shown
  const wrong = await first.neighbours.writeAnswer({ requestId, password: '不是管理员的那个口令' })
  expect(wrong).toMatchObject({ ok: false, problem: { kind: 'wrongPassword' } })
  expect(fs.existsSync(answer)).toBe(false)
  const written = valueOf(await first.neighbours.writeAnswer({ requestId, password }))!
  expect(fs.readFileSync(answer).includes(founding.officeName)).toBe(false)

  const stranger = newGuest('stranger')
  stranger.chosen = aside('other.json')
  await stranger.joining.writeRequest({ ...asked, workstation: 'C' })
  stranger.chosen = answer
  await stranger.joining.readAnswer({ password: asked.password })
  expect(stranger.joining.state()).toEqual({ stage: 'failed', why: 'notForUs' })

  // Switched off and on meanwhile: the key waits behind its password.
  const later = newGuest('second')
  later.chosen = answer
  expect(later.joining.state()).toEqual({ stage: 'idle', hasPending: true })
  const mistyped = await later.joining.readAnswer({ password: '等待期间的另一个口令' })
  expect(mistyped).toMatchObject({ ok: false, problem: { kind: 'wrongPassword' } })
  valueOf(await later.joining.readAnswer({ password: asked.password }))
  const compare = { stage: 'compareAnswer', officeName: founding.officeName, print: written.print }
  expect(later.joining.state()).toEqual(compare)
  valueOf(later.joining.acceptAnswer())
  for (let state = later.joining.state(); state.stage === 'fetching'; state = later.joining.state())
    await new Promise(resolve => setTimeout(resolve, 5))
  expect(later.joining.state()).toEqual({ stage: 'joined', officeName: founding.officeName })
  expect(fs.existsSync(`${later.home}.join-request`)).toBe(false)
  await signIn(later)
  expect(registered(later, subject)).toEqual(registered(first, subject))
})

it('an answer that was changed or cut short on its way is taken by nobody, and nothing stands', async () => {
  const first = await newOffice()
  const second = newGuest('second')
  const [request, answer] = [aside('request.json'), aside('answer.age')]
  second.chosen = request
  await second.joining.writeRequest({ workstation: 'B', windowName: '乙号窗口', password: '等待期间用的口令' })
  first.chosen = request
  const { requestId } = valueOf(await first.neighbours.readRequest())!
  first.chosen = answer
  valueOf(await first.neighbours.writeAnswer({ requestId, password }))
  const whole = fs.readFileSync(answer)
  const flipped = Buffer.from(whole)
  flipped[whole.length - 40]! ^= 1
  for (const bytes of [whole.subarray(0, whole.length - 1), flipped, Buffer.from('{}')]) {
    fs.writeFileSync(answer, bytes)
    second.chosen = answer
    await second.joining.readAnswer({ password: '等待期间用的口令' })
    expect(second.joining.state()).toEqual({ stage: 'failed', why: 'notForUs' })
  }
  const told = fs.readFileSync(request, 'utf8').replace('乙号窗口', '丙号窗口')
  fs.writeFileSync(request, told)
  first.chosen = request
  expect(await first.neighbours.readRequest()).toEqual({ ok: false, problem: { kind: 'joinFileRefused' } })
  expect(fs.existsSync(path.join(second.home, 'vault', 'vault.json'))).toBe(false)
})

it('a line that ends under way leaves no office, and the same machine may ask again', async () => {
  const first = await newOffice()
  const second = newGuest('second')
  valueOf(await first.neighbours.invite({ address: loopback, port: 0 }))
  expect(bytesBelow(first.home).includes(password)).toBe(false)
  const asked = { workstation: 'B', windowName: '乙', code: '00000000' }
  await first.neighbours.endServing()
  valueOf(second.joining.begin({ ...asked, address: '127.0.0.1:19' }))
  for (let state = second.joining.state(); state.stage === 'meeting'; state = second.joining.state())
    await new Promise(resolve => setTimeout(resolve, 5))
  expect(second.joining.state()).toEqual({ stage: 'failed', why: 'away' })
  valueOf(second.joining.cancel())
  expect((await joinByLine(first, second)).stage).toBe('joined')
})
