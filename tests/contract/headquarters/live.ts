import fs from 'node:fs'
import path from 'node:path'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../../headquarters/server/commands'
import { sendingCalls } from './sending-calls'
import { liveMachine } from '../../support/exchange/live-machine'
import type { TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { machineOn } from '../../support/sticks/stick-machines'
import { founding, signInFirst, valueOf } from '../../support/workstation/test-workstation'

/** The program's own exchange, as it starts it, against the real server and database. */
export function liveTests(of: () => TestHeadquarters): void {
  const { noticeFor } = sendingCalls(of)
  let address: string
  let folder: string
  beforeAll(async () => {
    const { server, parts } = of()
    const bound = server.server.address() as AddressInfo | null
    address = bound ? `http://127.0.0.1:${bound.port}` : await server.listen({ host: '127.0.0.1', port: 0 })
    folder = fs.mkdtempSync(path.join(parts.config.folder, 'live-'))
  }, 30_000)
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  describe('the program’s own exchange', () => {
    test('enrols by a code, sends everything, and says what waits while headquarters refuses it', async () => {
      const machine = liveMachine(path.join(folder, 'first'))
      const { workstation, desk } = machine
      valueOf(await workstation.establish(founding))
      const officeId = await of().office()
      valueOf(await desk.enrol({ address, code: await of().code(officeId) }))
      expect(desk.status().unconfirmed?.keyPrint).toBe(of().parts.key.print)
      desk.dropKey() // as after a crash: the answer is gone, and another code gets it again
      valueOf(await desk.enrol({ address, code: await of().code(officeId) }))
      valueOf(desk.confirmKey(of().parts.key.print))
      await expect.poll(() => desk.status().waiting, { timeout: 20_000 }).toBe(0)
      const { chains } = desk.report()
      expect(chains.map(({ whose, held, confirmed }) => [whose, held === confirmed])).toEqual([['own', true]])
      await expect
        .poll(async () => {
          const { json } = await of().operator('GET', '/v1/console/offices')
          const offices = (json as { offices: { officeId: number; backlog: number; acts: number }[] }).offices
          return offices.find(one => one.officeId === officeId)
        })
        .toMatchObject({ backlog: 0, machines: 1 })
      const { chain } = workstation.ledger!.head
      workstation.lock()
      await of().operator('POST', `/v1/console/offices/${officeId}/machines/${chain}/closing`, {})
      valueOf(await signInFirst(workstation))
      await expect.poll(() => desk.status().trouble, { timeout: 20_000 }).toBe('refused')
      expect(desk.status().waiting).toBe(1) // that somebody signed in
      expect(machine.faults).toEqual([])
      machine.end()
    })

    test('a headquarters that was put back with its files gets every scan again, and nobody says before that all is there', async () => {
      const machine = liveMachine(path.join(folder, 'scans'))
      const { workstation, desk } = machine
      valueOf(await workstation.establish(founding))
      const officeId = await of().office()
      valueOf(await desk.enrol({ address, code: await of().code(officeId) }))
      valueOf(desk.confirmKey(of().parts.key.print))
      await noticeFor([officeId])
      const { register, scan } = machineOn(workstation, path.join(folder, 'scans'))
      const subject = register(1)
      await scan(subject, Buffer.from('%PDF-1.7 signed form'))
      const [named] = [...workstation.scans!.blobIndex.named()]
      const sealed = named!.sealed!
      const files = path.join(of().parts.config.folder, 'blobs', String(officeId))
      const isThere = () => fs.existsSync(path.join(files, sealed.slice(0, 2), sealed))
      const isLevel = () => isThere() && desk.status().waiting + desk.status().scans.go.files === 0
      await expect.poll(isLevel, { timeout: 20_000 }).toBe(true)
      fs.rmSync(files, { recursive: true })
      const headquarters = { parts: of().parts, cluster: null, operatorToken: '', close: () => Promise.resolve() }
      expect(await commands.restored(headquarters)).toMatchObject({ ok: true })
      await expect.poll(isLevel, { timeout: 20_000 }).toBe(true)
      expect(machine.faults).toEqual([])
      machine.end()
    })

    test('without a line: the request goes by a stick, the answer comes back, and a line comes later', async () => {
      const machine = liveMachine(path.join(folder, 'second'))
      const { workstation, desk, chosen } = machine
      valueOf(await workstation.establish(founding))
      const request = valueOf(await desk.writeRequest(await of().code(await of().office())))!
      chosen.file = path.join(folder, 'answer.json')
      const headquarters = { parts: of().parts, cluster: null, operatorToken: '', close: () => Promise.resolve() }
      expect(await commands.enrol(headquarters, [request, chosen.file])).toMatchObject({ ok: true })
      expect(valueOf(await desk.readAnswer())).toBe(true)
      valueOf(desk.confirmKey(of().parts.key.print))
      expect(desk.status()).toMatchObject({ headquarters: { address: null }, running: null, nextTryAt: null })
      expect(desk.status().waiting).toBe(workstation.ledger!.head.seq)
      const there = () => machine.exchange.updatesThere(() => new AbortController().signal)
      expect(there()).toBeNull() // no line, no update packages
      valueOf(desk.setAddress(address))
      expect(await there()?.list({ platform: 'linux', arch: 'arm64' })).toEqual({ ok: true, value: [] })
      await expect.poll(() => desk.status().waiting, { timeout: 20_000 }).toBe(0)
      expect(machine.faults).toEqual([])
      machine.end()
    })
  })
}
