import { describe, expect, it } from 'vitest'
import { bundleProblem, type BundleProblem } from '#shared/contracts/bundle-problem'
import { problemSentence } from '../../../../renderer/i18n/problems'
import { translatorFor } from '../../../../renderer/i18n/translator'

/** Every kind with every reason that its shape allows. */
const samples: readonly BundleProblem[] = bundleProblem.options.flatMap(option => {
  const { kind, why } = option.shape as { kind: { value: string }; why?: { options: readonly string[] } }
  const filled = {
    part: 3,
    name: 'p03.zip',
    path: 'data/x',
    officeName: '青山县',
    version: 2,
    most: 64,
    chain: 'a',
    where: '',
    neededBytes: 100,
  }
  const bag = { kind: 'bagFileChanged', path: 'data/x' }
  return (why?.options ?? [undefined]).map(one =>
    bundleProblem.parse({ ...filled, bag, kind: kind.value, ...(one === undefined ? {} : { why: one }) }),
  )
})

describe('why a bundle is not taken', () => {
  it('is said of every reason, in both languages, without a gap', () => {
    expect(samples.length).toBeGreaterThan(25)
    for (const bundle of samples)
      for (const language of ['zh-CN', 'en'] as const) {
        const parts = Object.values(problemSentence({ kind: 'bundleRefused', bundle }, translatorFor(language).t))
        for (const part of parts) expect(part).toMatch(language === 'en' ? /^[A-Z].*\.$/u : /^\P{P}.*。$/u)
        expect(parts.join('')).not.toMatch(/[{}]|undefined/u)
      }
  })

  it('blames a full disk of this machine neither on the stick nor on the passphrase, and says how much room', () => {
    const bundle = { kind: 'bundleOwnDisk', why: 'full', neededBytes: 20 * 1_048_576 } as const
    expect(problemSentence({ kind: 'bundleRefused', bundle }, translatorFor('zh-CN').t)).toEqual({
      what: '这份数据包不能导入：本机的磁盘空间不够，需要 20 MB，介质没有问题。',
      kept: '包里的内容一条也没有导入，本机的记录和原包都没有改动。',
      next: '请在本机的磁盘上腾出空间，空余达到 20 MB 以后再导入一次。',
    })
  })

  it('tells whoever has a newer one to bring the program up to date', () => {
    const { t } = translatorFor('zh-CN')
    expect(problemSentence({ kind: 'bundleRefused', bundle: { kind: 'bundleNewer', version: 2 } }, t)).toEqual({
      what: '这份数据包不能导入：它由更新的程序写成（格式第 2 版），本机的程序还读不懂。',
      kept: '包里的内容一条也没有导入，本机的记录和原包都没有改动。',
      next: '请先把本机的程序升级到同一版本，再导入这份数据包。',
    })
  })
})
