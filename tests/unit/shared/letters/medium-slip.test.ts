import { expect, test } from 'vitest'
import { mediumSlipRows } from '#shared/letters/wording/medium-slip'
import { sampleLetters } from './sample-letters'

const said = (more: object): string =>
  mediumSlipRows({ ...sampleLetters.mediumSlip, ...more })
    .flatMap(({ fields }) => fields.map(({ label, text }) => `${label}：${text}`))
    .join('\n')

test('a bundle masks nothing and leaves no scan out, and its slip does not say so', () => {
  const slip = said({ of: { kind: 'bundle' }, isMasked: true, approval: undefined })
  expect(slip).not.toMatch(/遮盖|未附扫描件/)
  expect(slip).toContain('个人信息：密封随附，只有本单位已登记的电脑打得开')
  expect(slip).toContain('移交内容：交换包')
})

test('a masked export says what is masked, an unmasked one who approved it', () => {
  const approval = { by: '方静', on: sampleLetters.mediumSlip.exportedOn, reason: '核对原文' }
  expect(said({ of: { kind: 'register' }, isMasked: true })).toContain(
    '已遮盖姓名、证件号码和联系方式，申请内容中以认得出的为限，未附扫描件',
  )
  expect(said({ of: { kind: 'register' }, isMasked: false, approval })).toMatch(/个人信息：未遮盖\n批准：方静/)
})
