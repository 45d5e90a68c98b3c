import { describe, expect, test } from 'vitest'
import { commands } from '../../../headquarters/server/commands'
import { inOffice } from '../../../headquarters/store/database'
import { allOffices, findOffice } from '../../../headquarters/store/offices'
import { removeOffice } from '../../../headquarters/store/remove-office'
import { testMachine } from '../../support/headquarters/test-machine'
import type { TestHeadquarters } from '../../support/headquarters/test-headquarters'

/** What becomes of an office that was added under a wrong name, or by mistake. */
export function officeTests(of: () => TestHeadquarters): void {
  const headquarters = () => ({ parts: of().parts, cluster: null, operatorToken: '', close: () => Promise.resolve() })
  const enrol = async (code: string) => {
    const payload = JSON.stringify(testMachine({ now: of().parts.now }).enrolment(code))
    const headers = { 'content-type': 'application/json' }
    return (await of().server.inject({ method: 'POST', url: '/v1/enrolments', payload, headers })).statusCode
  }
  const post = (officeId: number, what: string, body: object) =>
    of().operator('POST', `/v1/console/offices/${officeId}/${what}`, body)

  describe('an office', () => {
    test('gets another name, also with machines; its number stays, and no other office changes', async () => {
      const [one, other] = [await of().enrolled(), await of().enrolled()]
      expect(await post(one.officeId, 'name', { name: '清水县档案馆' })).toMatchObject({
        ...{ status: 200, json: { officeId: one.officeId, name: '清水县档案馆' } },
      })
      expect(await findOffice(of().parts.db, one.officeId)).toMatchObject({ name: '清水县档案馆', ledger: one.office })
      expect(await findOffice(of().parts.db, other.officeId)).toMatchObject({ name: '云溪县档案馆' })
      expect((await of().call(one, { method: 'GET', path: '/v1/heads' })).status).toBe(200)
      for (const name of ['', '长'.repeat(61), 7]) expect((await post(one.officeId, 'name', { name })).status).toBe(400)
      expect((await post(999_999_999, 'name', { name: '某馆' })).status).toBe(404)
    })

    test('gets another name by a command', async () => {
      const officeId = await of().office()
      const rename = (...words: string[]) => commands.rename(headquarters(), words)
      expect(await rename(String(officeId), '白水县档案馆')).toMatchObject({ ok: true })
      expect(await findOffice(of().parts.db, officeId)).toMatchObject({ name: '白水县档案馆' })
      expect(await rename(String(officeId), '')).toMatchObject({ ok: false })
      expect(await rename('999999999', '某馆')).toEqual({ ok: false, says: '没有这家单位。' })
      expect(await rename(String(officeId))).toBeNull()
    })

    test('that never enrolled anything goes, and its codes with it', async () => {
      const officeId = await of().office('530193')
      const code = await of().code(officeId)
      expect((await post(officeId, 'removal', {})).status).toBe(200)
      expect((await allOffices(of().parts.db)).map(one => one.officeId)).not.toContain(officeId)
      expect(await enrol(code)).toBe(403)
      expect((await post(officeId, 'removal', {})).status).toBe(404)
      expect(await of().office('530193')).toBe(officeId) // the number is free again
      expect(await enrol(code)).toBe(403)
    })

    test('that has enrolled a machine stays, also when that was closed, and it is said why', async () => {
      const { officeId, chain } = await of().enrolled()
      expect(await post(officeId, 'removal', {})).toMatchObject({ status: 409, json: { kind: 'officeInUse' } })
      await post(officeId, `machines/${chain}/closing`, {})
      const removed = (await commands.remove(headquarters(), [String(officeId)]))!
      expect([removed.ok, removed.says]).toEqual([false, expect.stringContaining('登记过机器')])
      expect(await findOffice(of().parts.db, officeId)).not.toBeNull()
      expect(await commands.remove(headquarters(), ['999999999'])).toMatchObject({ ok: false })
      expect(await commands.remove(headquarters(), ['x'])).toBeNull()
    })

    test('for which anything is held stays, whatever says that it is new', async () => {
      const officeId = await of().office()
      const digest = Buffer.alloc(32, 7)
      await inOffice(of().parts.db, officeId, rows =>
        rows
          .insertInto('blob')
          .values({ office_id: officeId, digest, bytes: 1, kept_at: new Date(0) })
          .execute(),
      )
      expect(await removeOffice(of().parts.db, officeId)).toBe('inUse')
    })

    test('that is enrolled and removed at the same moment is either whole or gone', async () => {
      for (let round = 0; round < 8; round++) {
        const officeId = await of().office('530192')
        const code = await of().code(officeId)
        const [status, removed] = await Promise.all([enrol(code), removeOffice(of().parts.db, officeId)])
        const isThere = (await findOffice(of().parts.db, officeId)) !== null
        expect([status === 201, removed === 'inUse']).toEqual([isThere, isThere])
      }
    })
  })
}
