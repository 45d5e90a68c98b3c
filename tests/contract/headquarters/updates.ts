import { createHash } from 'node:crypto'
import fs from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeUpdatePackage } from '../../../build/update-package/make-update-package'
import { signedCalls, type SignedCalls } from '../../../electron/main/sync/http-link'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import { httpUpdateLink } from '../../../electron/main/sync/update-link'
import { updateDesk } from '../../../electron/main/updates/update-desk'
import { commands } from '../../../headquarters/server/commands'
import type { Done } from '../../../headquarters/server/done'
import type { EnrolledMachine, TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { releaser } from '../../support/updates/signed-update'
import { openTestWorkstation, valueOf } from '../../support/workstation/test-workstation'

/** Packages for the program of the offices: into headquarters by its command, out of it by signed calls. */
export function updateTests(of: () => TestHeadquarters): void {
  let folder: string
  beforeAll(() => void (folder = fs.mkdtempSync(path.join(of().parts.config.folder, 'release-'))))
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  const command = async (...words: string[]): Promise<Done> => {
    const headquarters = { parts: of().parts, cluster: null, operatorToken: '', close: () => Promise.resolve() }
    return (await commands.update(headquarters, words))!
  }
  const kept = () => path.join(of().parts.config.folder, 'updates')

  /** As a release makes it, large enough to come in pieces; given to headquarters. */
  async function released(version: string, arch: 'x64' | 'arm64' = 'x64') {
    const installer = path.join(folder, `setup-${version}-${arch}.deb`)
    fs.writeFileSync(installer, Buffer.alloc(2_500_000, `an installer of ${version} `))
    const file = await makeUpdatePackage({
      installer,
      about: {
        ...{ product: 'cn.gov.records-desk', version, replaces: '0.1.0', platform: 'linux' as const, arch },
        notes: { zh: '修正', en: 'Mended' },
      },
      madeAt: new Date('2026-11-20T08:00:00Z'),
      privateKey: releaser.privateKey,
      out: folder,
    })
    expect(await command('add', file)).toMatchObject({ ok: true })
    const name = fs.readdirSync(kept()).find(one => one.includes(`_${version}_`) && one.includes(arch))!
    return { installer: fs.readFileSync(installer), bytes: fs.readFileSync(file), sha256: name.slice(0, 64), name }
  }

  const get = (machine: EnrolledMachine, at: string) => of().call(machine, { method: 'GET', path: at })
  const listOf = async (machine: EnrolledMachine, arch: string) => {
    const { status, json } = await get(machine, `/v1/updates?platform=linux&arch=${arch}`)
    return [status, (json['packages'] as { version: string }[]).map(({ version }) => version)]
  }

  describe('update packages', () => {
    test('are listed for a system, the newest first, to every office alike; one that was removed is gone', async () => {
      const first = await released('0.9.0')
      await released('0.10.0')
      await released('0.9.0', 'arm64')
      for (const machine of [await of().enrolled(), await of().enrolled({ role: 'observer' })]) {
        expect(await listOf(machine, 'x64')).toEqual([200, ['0.10.0', '0.9.0']])
        expect(await listOf(machine, 'arm64')).toEqual([200, ['0.9.0']])
      }
      const machine = await of().enrolled()
      expect((await get(machine, `/v1/updates/${first.sha256}?most=1`)).status).toBe(200)
      expect(await command('remove', first.sha256)).toMatchObject({ ok: true })
      expect(await listOf(machine, 'x64')).toEqual([200, ['0.10.0']])
      expect((await get(machine, `/v1/updates/${first.sha256}?most=1`)).status).toBe(404)
    })

    test('come in pieces by their digest; what is no piece of them is refused, and nothing beside them is read', async () => {
      const machine = await of().enrolled()
      const { sha256, bytes } = await released('0.11.0')
      const piece = (query: string) => get(machine, `/v1/updates/${sha256}${query}`)
      expect((await piece('?from=1000&most=50')).bytes.equals(bytes.subarray(1000, 1050))).toBe(true)
      const end = await piece(`?from=${bytes.length - 7}&most=1000000`)
      expect([end.status, end.bytes.equals(bytes.subarray(-7))]).toEqual([200, true])
      for (const from of [bytes.length, bytes.length + 1])
        expect([from, (await piece(`?from=${from}&most=1`)).status]).toEqual([from, 416])
      const bad = ['', '?most=0', '?most=9000000', '?from=-1&most=1', '?from=x&most=1', '?from=1.5&most=1']
      for (const query of [...bad, '?from=99999999999&most=1', '?most=1&office=1'])
        expect([query, (await piece(query)).status]).toEqual([query, 400])
      const elsewhere = [
        '..%2fheadquarters.key',
        '%2e%2e%2fheadquarters.key',
        sha256.toUpperCase(),
        `${sha256}.part`,
        'x',
      ]
      for (const digest of elsewhere)
        expect([digest, (await get(machine, `/v1/updates/${digest}?most=1`)).status]).toEqual([digest, 400])
      expect((await get(machine, `/v1/updates/${'ab'.repeat(32)}?most=1`)).status).toBe(404)
      for (const query of ['', '?platform=darwin&arch=x64', '?platform=linux&arch=x64&office=1'])
        expect([query, (await get(machine, `/v1/updates${query}`)).status]).toEqual([query, 400])
    })

    test('from the release to the office: made, added, asked for, fetched, verified and taken', async () => {
      const { installer } = await released('0.12.0')
      const { updates } = await desk(await of().enrolled())
      expect(valueOf(await updates.ask()).atHeadquarters).toMatchObject({ kind: 'newer', version: '0.12.0' })
      expect(valueOf(await updates.fetch())).toMatchObject({
        outcome: 'taken',
        state: { taken: { version: '0.12.0' } },
      })
      const taken = fs.readFileSync(path.join(updates.folder, 'updates/taken/setup-0.12.0-x64.deb'))
      expect(taken.equals(installer)).toBe(true)
    })

    test('one that headquarters altered is refused by the office as it would be from a stick', async () => {
      const { bytes, name } = await released('0.13.0')
      const altered = Buffer.from(bytes.toString('latin1').replace('an installer of', 'no installer of'), 'latin1')
      fs.rmSync(path.join(kept(), name))
      // Under its new digest, so that all that headquarters says of it is true.
      fs.writeFileSync(path.join(kept(), name.replace(/^[0-9a-f]{64}/, nodeDigest(altered))), altered)
      const { updates } = await desk(await of().enrolled())
      expect(valueOf(await updates.ask()).atHeadquarters).toMatchObject({ version: '0.13.0' })
      const refused = await updates.fetch()
      const stick = path.join(folder, 'altered.rdupdate')
      fs.writeFileSync(stick, altered)
      expect(refused).toMatchObject({ ok: false, problem: { kind: 'updateRefused', fault: expect.any(String) } })
      expect(await (await desk(null, stick)).updates.choose(false)).toEqual(refused)
    })

    test('a server that does not know the route, as an older one, is told from one that is away', async () => {
      const call = { method: 'GET', path: '/v1/updates-of-tomorrow' } as const
      const calls = await callsOf(await of().enrolled())
      expect(await calls({ ...call, mayBeUnknown: true })).toMatchObject({ ok: true, value: { status: 404 } })
      expect(await calls(call)).toEqual({ ok: false, problem: { kind: 'notUnderstood' } }) // unsigned is no answer elsewhere
    })

    test('a machine that was closed is refused, and says so', async () => {
      const machine = await of().enrolled()
      await of().operator('POST', `/v1/console/offices/${machine.officeId}/machines/${machine.chain}/closing`, {})
      const { updates } = await desk(machine)
      expect(valueOf(await updates.ask()).atHeadquarters).toEqual({ kind: 'refused' })
    })
  })

  async function callsOf(machine: EnrolledMachine): Promise<SignedCalls> {
    const { server, parts } = of()
    const bound = server.server.address() as AddressInfo | null
    const url = bound ? `http://127.0.0.1:${bound.port}` : await server.listen({ host: '127.0.0.1', port: 0 })
    return signedCalls({
      ...{ url, headquartersKey: parts.key.publicKey, proof: nodeCraft, now: parts.now, timeoutMs: 20_000 },
      callers: () => [machine],
    })
  }

  /** The office's program 0.2.0, on the line in the name of that machine. */
  async function desk(machine: EnrolledMachine | null, stick: string | null = null) {
    const userData = fs.mkdtempSync(path.join(folder, 'desk-'))
    const calls = machine && (await callsOf(machine))
    const updates = updateDesk({
      ...{ userData, isTraining: false, keys: [releaser.publicKey], offered: () => null },
      program: { product: 'cn.gov.records-desk', version: '0.2.0', platform: 'linux', arch: 'x64', kind: 'deb' },
      appImage: undefined,
      workstation: openTestWorkstation({ folder: path.join(userData, 'office') }),
      askPackage: async () => stick,
      handOver: { open: async () => true, show: () => undefined, quitSoon: () => undefined },
      headquarters: () => calls && httpUpdateLink(calls),
    })
    return { updates: { ...updates, folder: userData } }
  }
}

const nodeDigest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
