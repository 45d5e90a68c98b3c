import { describe, expect, test } from 'vitest'
import type { MachineShown, ScansToSend } from '#shared/contracts/headquarters-console'
import { commands } from '../../../headquarters/server/commands'
import { send, type EnrolledMachine, type TestHeadquarters } from '../../support/headquarters/test-headquarters'

const hour = 3_600_000

/** What people at headquarters see of an office's machines, and how one of them is closed. */
export function machineTests(of: () => TestHeadquarters): void {
  const headquarters = () => ({ parts: of().parts, cluster: null, operatorToken: '', close: () => Promise.resolve() })
  const shown = async (officeId: number): Promise<readonly MachineShown[]> => {
    const { json } = await of().operator('GET', `/v1/console/offices/${officeId}/machines`)
    return json['machines'] as MachineShown[]
  }
  /** As a machine of the office would that lets another one in. */
  const named = async (first: EnrolledMachine, machine: EnrolledMachine, windowName: string) => {
    const { chain, publicKey } = machine
    const open = { chain, publicKey, suite: 1, workstation: 'B', windowName }
    const before = first.acts.length
    first.write('office', { type: 'chain.admitted@1', open })
    expect((await of().call(first, send(first, before))).status).toBe(200)
  }
  const saysOfItself = (machine: EnrolledMachine, backlog: number, scans?: ScansToSend) => {
    const said = {
      program: '0.1.0',
      backlog,
      ...(scans ? { scans } : {}),
      machineAt: new Date(of().parts.now()).toISOString(),
    }
    return of().call(machine, { method: 'POST', path: '/v1/contact', body: Buffer.from(JSON.stringify(said)) })
  }

  describe('the machines of an office', () => {
    test('are listed as the office calls them, with what was heard of each; headquarters itself is none', async () => {
      const first = await of().enrolled()
      const second = await of().enrolled({ officeId: first.officeId, office: first.office, role: 'observer' })
      await named(first, second, '乙号窗口')
      await saysOfItself(second, 4)
      await of().call(first, { method: 'GET', path: '/v1/heads' })
      const [one, other, ...more] = await shown(first.officeId)
      expect(more).toEqual([])
      expect(one).toMatchObject({
        ...{ chain: first.chain, cameBy: 'founding', role: 'desk', state: 'open', windowName: null, program: '' },
        ...{ lastContactAt: expect.any(String), backlog: null, held: first.acts.length, closedAt: null },
      })
      expect(other).toMatchObject({
        ...{ chain: second.chain, cameBy: 'code', role: 'observer', windowName: '乙号窗口', workstation: 'B' },
        ...{ backlog: 4, program: '0.1.0', held: 1, goesOnFor: null, revokedFrom: null },
      })
      expect(Date.parse(one!.knownSince)).toBeGreaterThan(of().parts.now() - hour)
    })

    test('what a machine says of scans that wait stands beside the acts; one that says nothing of them is not taken for done', async () => {
      const first = await of().enrolled()
      const { officeId, office } = first
      const second = await of().enrolled({ officeId, office })
      const standing = async () => {
        const { json } = await of().operator('GET', '/v1/console/offices')
        const found = (json as { offices: { officeId: number; scans: unknown }[] }).offices
        return found.find(one => one.officeId === officeId)!.scans
      }
      const listed = async () => (await commands.machines(headquarters(), [String(officeId)]))!.says
      await saysOfItself(first, 0) // as a program of before said it
      expect(await standing()).toBeNull()
      expect((await shown(officeId)).map(({ scans }) => scans)).toEqual([null, null])
      expect(await listed()).not.toContain('扫描件')
      expect((await saysOfItself(first, 0, { files: 3, bytes: 7_340_032 })).status).toBe(204)
      expect((await saysOfItself(second, 5, { files: 2, bytes: 4_000_000_000 })).status).toBe(204)
      expect(await standing()).toEqual({ files: 5, bytes: 4_007_340_032 })
      expect((await shown(officeId)).map(({ backlog, scans }) => [backlog, scans?.files])).toEqual([
        [0, 3],
        [5, 2],
      ])
      expect(await listed()).toContain('待上报 0 条  待传扫描件 3 份（7.0 MB）')
      await saysOfItself(first, 0, { files: 0, bytes: 0 })
      expect(await standing()).toEqual({ files: 2, bytes: 4_000_000_000 })
      await of().operator('POST', `/v1/console/offices/${officeId}/machines/${second.chain}/closing`, {})
      expect(await standing()).toEqual({ files: 0, bytes: 0 }) // what a closed one still has comes no more
      await saysOfItself(first, 0)
      expect(await standing()).toBeNull()
    })

    test('words of scans that are none are refused whole', async () => {
      const first = await of().enrolled()
      for (const scans of [{ files: -1, bytes: 0 }, { files: 1 }, { files: 0.5, bytes: 1 }, 3])
        expect((await saysOfItself(first, 0, scans as ScansToSend)).status).toBe(400)
      expect((await shown(first.officeId))[0]).toMatchObject({ lastContactAt: null, scans: null })
    })

    test('a machine that goes on in a new chain has its name there, and falls with the chain that it goes on for', async () => {
      const first = await of().enrolled()
      const second = await of().enrolled({ officeId: first.officeId, office: first.office })
      await named(first, second, '丙号窗口')
      const next = second.successor(second.head)
      expect((await of().call(second, { method: 'POST', path: '/v1/segments', body: next.segment() })).status).toBe(200)
      const stateOf = async (chain: string) => (await shown(first.officeId)).find(one => one.chain === chain)
      expect(await stateOf(next.chain)).toMatchObject({
        ...{ cameBy: 'act', windowName: '丙号窗口', goesOnFor: second.chain, state: 'open' },
      })
      await of().operator('POST', `/v1/console/offices/${first.officeId}/machines/${second.chain}/closing`, {})
      expect(await stateOf(second.chain)).toMatchObject({
        state: 'closed',
        revokedFrom: 2,
        closedAt: expect.any(String),
      })
      expect(await stateOf(next.chain)).toMatchObject({ state: 'untrusted' })
    })

    test('one that the office itself has revoked says so', async () => {
      const first = await of().enrolled()
      const second = await of().enrolled({ officeId: first.officeId, office: first.office })
      const before = first.acts.length
      first.write('office', { type: 'chain.revoked@1', open: { chain: second.chain, fromSeq: 2 } })
      await of().call(first, send(first, before))
      const found = (await shown(first.officeId)).find(({ chain }) => chain === second.chain)
      expect(found).toMatchObject({ state: 'revoked', revokedFrom: 2, closedAt: null })
    })

    test('names that are none are not shown, whoever wrote them', async () => {
      const first = await of().enrolled()
      const second = await of().enrolled({ officeId: first.officeId, office: first.office })
      const before = first.acts.length
      for (const windowName of ['', 7, null, '长'.repeat(2_000)]) {
        const { chain, publicKey } = second
        const open = { chain, publicKey, suite: 1, workstation: 'B', windowName }
        first.write('office', { type: 'chain.admitted@1', open })
      }
      await of().call(first, send(first, before))
      const found = (await shown(first.officeId)).find(({ chain }) => chain === second.chain)
      expect(found).toMatchObject({ windowName: null, workstation: null })
    })

    test('are listed and closed by commands, by as much of the id as any screen shows', async () => {
      const first = await of().enrolled()
      const { officeId } = first
      const listed = (await commands.machines(headquarters(), [String(officeId)]))!
      expect(listed.ok).toBe(true)
      expect(listed.says).toContain(`单位 ${officeId}：云溪县档案馆`)
      expect(listed.says).toMatch(new RegExp(`${first.chain} {2}未报窗口名 .*从未联系 .*已收到第 1 号  在用`, 'u'))
      const all = (await commands.machines(headquarters(), []))!
      expect(all.says).toContain(first.chain)
      const empty = await of().office()
      expect((await commands.machines(headquarters(), [String(empty)]))!.says).toContain('还没有登记机器')
      expect(await commands.machines(headquarters(), ['999999999'])).toEqual({ ok: false, says: '没有这家单位。' })

      const close = (...words: string[]) => commands.close(headquarters(), [String(officeId), ...words])
      expect(await close(first.chain.slice(0, 7))).toBeNull()
      expect(await close('0'.repeat(8))).toMatchObject({ ok: false, says: expect.stringContaining('没有这台机器') })
      const closed = (await close(first.chain.slice(0, 8)))!
      expect([closed.ok, closed.says]).toEqual([true, expect.stringContaining('自第 2 号起的记录不予采信')])
      expect(closed.says).toContain(`npm run hq -- code ${officeId}`)
      expect(await close(first.chain)).toMatchObject({ ok: false, says: expect.stringContaining('已经停用') })
      const after = (await commands.machines(headquarters(), [String(officeId)]))!
      expect(after.says).toContain('已由上级端停用')
    })

    test('headquarters itself cannot be closed', async () => {
      const { officeId } = await of().enrolled()
      const own = of().parts.key.chain
      expect(await commands.close(headquarters(), [String(officeId), own])).toMatchObject({ ok: false })
      const place = `/v1/console/offices/${officeId}/machines/${own}/closing`
      expect((await of().operator('POST', place, {})).status).toBe(404)
    })
  })

  test('the log names the machine that was enrolled', async () => {
    const before = of().log.length
    const { chain } = await of().enrolled()
    const lines = of()
      .log.slice(before)
      .map(line => JSON.parse(line) as Record<string, unknown>)
    expect(lines.filter(({ kind }) => kind === 'enrolled').map(line => line['chain'])).toEqual([chain])
  })
}
