import { expect, test } from 'vitest'
import type { Problem } from '#shared/contracts/problems'
import { startRefusal } from '../../../../../electron/main/windows/start-refusal'
import { en } from '../../../../../renderer/i18n/en'
import { zhCn } from '../../../../../renderer/i18n/zh-cn'

const problems: readonly Problem[] = [
  { kind: 'keyStoreDamaged' },
  { kind: 'journalNewer', version: 9 },
  { kind: 'cannotWrite', detail: 'EROFS' },
]

test('a start that cannot open the office says what, that nothing was changed, and what to do, in both languages', () => {
  for (const problem of problems) {
    const { text } = startRefusal(problem, '/data/office')
    expect(text).not.toContain(problem.kind)
    for (const said of ['账本文件没有改动', '不要重新设立', 'were not changed', 'Do not set up again']) {
      expect(text, problem.kind).toContain(said)
    }
  }
})

test('without the key store it names the sentence that the screens have, both files and where they belong', () => {
  const { text } = startRefusal({ kind: 'keyStoreDamaged' }, '/data/office')
  for (const known of [zhCn['problem.keyStoreDamaged.what'], en['problem.keyStoreDamaged.what']])
    expect(text).toContain(known)
  for (const name of ['vault.json', 'subject-keys.dat', '/data/office']) expect(text.split(name)).toHaveLength(3)
})
