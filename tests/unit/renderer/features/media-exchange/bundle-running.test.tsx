import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { BundleResult, BundleStep } from '../../../../../shared/application/media/ports'
import { applyingSteps, checkingSteps } from '../../../../../shared/contracts/bundle-steps'
import { BundleResultSheet } from '../../../../../renderer/features/media-exchange/bundle-result-sheet'
import { BundleRunning, stepWords } from '../../../../../renderer/features/media-exchange/bundle-running'
import type { BundleWork } from '../../../../../renderer/features/media-exchange/use-bundles-in'
import { verifyWords } from '../../../../../renderer/features/media-exchange/verify-running'
import { MessagesProvider } from '../../../../../renderer/i18n/messages-provider'
import { translatorFor } from '../../../../../renderer/i18n/translator'

const { t } = translatorFor('zh-CN')
const mb = 1_048_576
const at = (step: BundleStep['step'], more: Partial<BundleStep> = {}): BundleStep => ({
  ...{ step, done: 12_000, of: 100_000, remainingSeconds: null, ...more },
})

const running = (work: BundleWork, step: BundleStep | null, over = {}): string =>
  renderToStaticMarkup(
    <MessagesProvider language="zh-CN">
      <BundleRunning {...{ work, step, isCancelling: false, hasKey: true, onCancel: () => undefined, ...over }} />
    </MessagesProvider>,
  )
const take = { kind: 'take', name: 'records-desk-20260908-0badcafe' } as const

describe('how far a check or an import is, in words', () => {
  it('names the step, how much of it is done, and the time of that step alone', () => {
    const reading = at('reading', { done: 120.2 * mb, of: 2_000 * mb, remainingSeconds: 150 })
    expect(stepWords(reading, t)).toBe('第 1 步，共 4 步。从介质读入：121 MB，共 2,000 MB。这一步约剩 3 分钟。')
    expect(stepWords(at('acts'), t)).toBe('第 3 步，共 4 步。逐条验证签名：12,000 条，共 100,000 条。')
    expect(stepWords(at('taking'), translatorFor('en').t)).toBe('Step 2 of 2. Importing records: 12,000 of 100,000.')
    expect(stepWords(null, t)).toBe('请稍候，即将完成。')
  })

  it('counts the steps of a check and those of an import, whichever way it began', () => {
    const places = [...checkingSteps, ...applyingSteps].map(step => stepWords(at(step), t).slice(0, 11))
    expect(places.map(place => place.match(/\d/g)!.join('/'))).toEqual([
      '1/4',
      '1/4',
      '2/4',
      '3/4',
      '4/4',
      '1/2',
      '2/2',
    ])
  })

  it('says the same of an export that is read again', () => {
    expect(verifyWords({ done: mb, of: 2 * mb, remainingSeconds: 1 }, t)).toBe(
      '正在核对：已读 1 MB，共 2 MB。约剩 1 秒。',
    )
  })
})

describe('the sheet', () => {
  it('has a bar with its figures and a way out, by Esc where no export has that key', () => {
    const shown = running(take, at('reading'))
    for (const words of ['正在检查交换包', 'max="100000"', 'value="12000"', '取消检查', 'Escape', '请不要拔出介质。'])
      expect(shown).toContain(words)
    expect(running(take, at('reading'), { hasKey: false })).not.toContain('Escape')
    expect(running({ kind: 'apply', name: 'x' }, at('taking'))).toContain('停止导入')
  })

  it('says that the medium may be pulled as soon as all of it was read, and nothing of a medium where none is read', () => {
    expect(running(take, at('files'))).toContain('介质可以拔出')
    for (const shown of [
      running({ kind: 'waiting', name: null }, at('again')),
      running({ kind: 'apply', name: 'x' }, at('blobs')),
    ])
      expect(shown).not.toMatch(/介质可以拔出|请不要拔出/)
  })

  it('goes on without figures while the pages are renewed', () => {
    expect(running({ kind: 'apply', name: 'x' }, null)).not.toContain('max=')
  })
})

const result = (left: BundleResult['left']): BundleResult => ({
  ...{ by: { kind: 'own' }, came: 300, known: 2, blobs: 1, keys: 0, opensMore: false, receipted: 0, refused: [] },
  ...{ hasRolledOver: false, left },
})
const resultShown = (left: BundleResult['left']): string =>
  renderToStaticMarkup(
    <MessagesProvider language="zh-CN">
      <BundleResultSheet
        result={result(left)}
        {...{ isBusy: false, onGoOn: () => undefined, onAgain: () => undefined, problem: null }}
      />
    </MessagesProvider>,
  )

it('an import that was stopped says what came, what is left, and goes on by one button', () => {
  const stopped = resultShown({ acts: 4_700, blobs: 2 })
  for (const words of ['导入已停下', '300 条', '还有 4,700 条记录、2 个扫描件和附件没有导入', '继续导入'])
    expect(stopped).toContain(words)
  expect(resultShown({ acts: 1, blobs: 0 })).toContain('还有 1 条记录没有导入。')
  const whole = resultShown(null)
  expect(whole).toContain('交换包已处理')
  for (const words of ['没有导入完', '继续导入']) expect(whole).not.toContain(words)
})
