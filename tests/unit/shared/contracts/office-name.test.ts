import { expect, test } from 'vitest'
import { newOffice, officeNaming } from '#shared/contracts/headquarters-console'
import { renameByCommand } from '../../../../headquarters/server/offices/office-commands'
import type { Parts } from '../../../../headquarters/server/parts'

test('blanks around a name are no part of it', () => {
  expect(officeNaming.parse({ name: ' 寒山县档案馆　' })).toEqual({ name: '寒山县档案馆' })
  expect(newOffice.parse({ placeCode: '530102', name: '\t寒山县档案馆 ' }).name).toBe('寒山县档案馆')
  expect(officeNaming.safeParse({ name: ` ${'馆'.repeat(60)} ` }).success).toBe(true)
})

test.each(['', ' ', '　　', '\n\t', '馆'.repeat(61)])('%j is no name, whether an office is new or renamed', name => {
  expect(officeNaming.safeParse({ name }).success).toBe(false)
  expect(newOffice.safeParse({ placeCode: '530102', name }).success).toBe(false)
})

test('the command for a new name says so before it looks for the office', async () => {
  const parts = {} as Parts // the database is not asked
  expect(await renameByCommand(parts, ['530102001', ' 　'])).toEqual({
    ok: false,
    says: '名称不能空，最多 60 个字。',
  })
})
