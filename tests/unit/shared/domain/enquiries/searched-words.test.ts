import { expect, test } from 'vitest'
import { countableWish } from '#shared/domain/enquiries/searched-words'

test.each([
  [' ＰＭ２.５  数据 ', 'pm2.5 数据'],
  ['云政发〔2020〕5号', '云政发〔2020〕5号'],
  ['GLJT', 'gljt'],
  ['110 报警', '110 报警'],
  ['二〇二五年预算', '二〇二五年预算'],
])('%s may be counted', (typed, kept) => expect(countableWish(typed)).toBe(kept))

test.each([
  ['a telephone number', '13800000377'],
  ['with spaces', '138 0000 0377'],
  ['with dashes', '0571-8888-0000'],
  ['in full width', '１３８００００３７７'],
  ['in Chinese figures', '幺三八〇〇〇〇〇三七七'],
  ['an identity number among words', '张某 11010119000101001X 的档案'],
  ['an address of mail', 'wang@example.cn'],
  ['one character', '水'],
  ['nothing', '  '],
  ['a text of its own', '我'.repeat(41)],
])('%s is not kept', (_what, typed) => expect(countableWish(typed)).toBeNull())
