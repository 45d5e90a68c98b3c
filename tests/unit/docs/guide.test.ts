import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { pngSize } from '../../../build/guide/guide-pages-plugin'
import { readGuidePage } from '../../../build/guide/read-guide-page'
import type { GuidePage } from '../../../renderer/features/guide/guide-tree'
import { en } from '../../../renderer/i18n/en'
import { guidePageNames, type GuidePageName } from '../../../renderer/i18n/guide-pages'
import { zhCn } from '../../../renderer/i18n/zh-cn'
import { anchorsOf, keysInSource, mistakesIn, picturesOf, type GuideFacts } from '../../support/guide/check-guide'

const root = path.resolve(import.meta.dirname, '../../..')
const guide = path.join(root, 'docs/guide')
const languages = { 'zh-CN': Object.values(zhCn), en: Object.values(en) } as const
type Folder = keyof typeof languages

/** What the browser and the fields themselves do with keys, and the numbered ones. */
const ownKeys = ['F1', 'Ctrl+F', 'Tab', 'Enter', 'Space', 'Esc', 'Up', 'Down', 'Left', 'Right', 'Home', 'End']
const paging = ['PageUp', 'PageDown', '1', '9', 'Ctrl+1', 'Ctrl+6']

const textOf = (language: Folder, name: string): string =>
  fs.readFileSync(path.join(guide, language, `${name}.md`), 'utf8')

const pageOf = (language: Folder, name: GuidePageName): GuidePage =>
  readGuidePage(textOf(language, name), { sizeOf: source => pngSize(path.join(guide, language, source)) })

function factsOf(language: Folder): GuideFacts {
  const sources = fs
    .readdirSync(path.join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file))
  const bound = sources.flatMap(file => keysInSource(fs.readFileSync(path.join(root, 'renderer', file), 'utf8')))
  return {
    messages: languages[language],
    keys: new Set([...bound, ...ownKeys, ...paging]),
    anchors: Object.fromEntries(guidePageNames.map(name => [name, anchorsOf(pageOf(language, name))])),
  }
}

describe.each(['zh-CN', 'en'] as const)('the guide in %s', language => {
  test('has a file for every page of the contents, and no other', () => {
    const files = fs.readdirSync(path.join(guide, language)).filter(file => file !== 'README.md')
    expect(files.sort()).toEqual(guidePageNames.map(name => `${name}.md`).sort())
  })

  test.each(guidePageNames)('%s names buttons, sentences, keys and headings that exist', name => {
    const page = pageOf(language, name)
    expect(page.title).not.toBe('')
    expect(mistakesIn(page, factsOf(language))).toEqual([])
  })

  test('its index leads to every page, in the order of the contents', () => {
    const index = textOf(language, 'README')
    const linked = [...index.matchAll(/\[([^\]]+)\]\(([\w-]+)\.md\)/g)].map(([, title, name]) => ({ title, name }))
    expect(linked).toEqual(guidePageNames.map(name => ({ title: pageOf(language, name).title, name })))
  })
})

test('the English edition is short, and no page of it is a stub', () => {
  for (const name of guidePageNames) expect(textOf('en', name).length, name).toBeGreaterThan(300)
})

test('every picture is small, used by a page, and not left behind', () => {
  const folder = path.join(guide, 'pictures')
  const used = guidePageNames.flatMap(name =>
    (['zh-CN', 'en'] as const).flatMap(language => picturesOf(pageOf(language, name).blocks)),
  )
  const files = fs.readdirSync(folder)
  expect(files.length).toBeGreaterThan(0)
  expect(new Set(used.map(source => path.basename(source)))).toEqual(new Set(files))
  for (const file of files) expect(fs.statSync(path.join(folder, file)).size, file).toBeLessThan(150_000)
})

describe('planted mistakes', () => {
  const facts: GuideFacts = {
    messages: ['登记并打印回执', '还差 {n} 项：{fields}'],
    keys: new Set(['F2']),
    anchors: { today: new Set(['四栏']) },
  }
  const read = (line: string) => readGuidePage(`# 题目\n\n${line}\n`, { sizeOf: () => undefined })

  test.each([
    ['按「登记并打印回执」。', []],
    ['屏幕写着「还差 … 项：…」，按 `F2`，看[今日](today.md#四栏)。', []],
    ['按「登记并打回执」。', ['not on screen: 登记并打回执']],
    ['按 **Register**.', ['not on screen: Register']],
    ['「还差 3 项：姓名」', ['not on screen: 还差 3 项：姓名']],
    ['按 `F3`。', ['no such key: F3']],
    ['看[今日](today.md#五栏)。', ['no such heading: today#五栏']],
  ])('%s', (line, mistakes) => {
    expect(mistakesIn(read(line), facts)).toEqual(mistakes)
  })

  test.each([
    ['看[别处](elsewhere.md)。', /no such page/],
    ['看[外面](https://example.cn)。', /no such page/],
    ['![图](../pictures/none.png)', /no such picture/],
    ['<b>粗</b>', /no shape for html/],
    ['```\ncode\n```', /no shape for code/],
    ['# 又一个题目', /two and three #/],
  ])('the build stops at %s', (line, why) => {
    expect(() => read(line)).toThrow(why)
  })
})
