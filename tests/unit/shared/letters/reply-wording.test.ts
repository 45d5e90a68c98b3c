import { describe, expect, test } from 'vitest'
import { composeLetter } from '#shared/letters/compose-letter'
import { missingElements } from '#shared/letters/elements'
import { makeLetter } from '#shared/letters/make-letter'
import { AREA } from '#shared/letters/page/measures'
import type { ReplyLetterKind, ReplyModel } from '#shared/letters/reply-model'
import { testFonts } from '../../../support/pdf/font-files'
import { bare } from './made-letter'
import { agency, day } from './sample-letters'
import { sampleReplies } from './sample-replies'

const kinds = Object.keys(sampleReplies) as ReplyLetterKind[]
const textOf = (model: ReplyModel) => bare(composeLetter(model, testFonts()).text)
const text = (letter: ReplyLetterKind) => textOf(sampleReplies[letter])

const regulation = '《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）'
const choice = (own: string) =>
  `如对${own}不服，可以自收到${own}之日起六十日内，向云溪县人民政府（地址：云溪县府前街1号）申请行政复议；` +
  `也可以自收到${own}之日起六个月内，依法向云溪县人民法院（地址：云溪县法院路6号）提起行政诉讼。`
const express =
  '根据《中华人民共和国行政复议法》第二十三条第一款第四项、第二款的规定，应当先申请行政复议，不能直接提起行政诉讼。'

/** Title, the article of the Regulation with the words that it uses, and the remedy: reference 5.1, 7.2 and 3.3. */
const expected: Readonly<
  Record<
    ReplyLetterKind,
    { readonly own: '答复书' | '告知书'; readonly says: readonly string[]; readonly first?: true }
  >
> = {
  R01: { own: '答复书', says: ['第三十六条第二项的规定，本机关决定予以公开'] },
  R02: { own: '答复书', says: ['已经主动公开。根据《条例》第三十六条第一项', '获取该政府信息的方式、途径'] },
  R03: {
    own: '答复书',
    says: ['根据《条例》第三十七条的规定，本机关决定部分公开', '随本答复书向你提供附件所列政府信息（共2份20页）'],
    first: true,
  },
  R04: {
    own: '答复书',
    says: [
      '依法确定为国家秘密',
      '《条例》第十四条规定，此类信息不予公开',
      '第三十六条第三项',
      '密级和保密期限以编号为云国密定〔2024〕7号的定密文书为准',
    ],
    first: true,
  },
  R05: {
    own: '答复书',
    says: ['《全国人口普查条例》第三十三条禁止公开', '《条例》第十四条规定，此类信息不予公开', '第三十六条第三项'],
    first: true,
  },
  R06: {
    own: '答复书',
    says: [
      '可能危及国家安全、公共安全、经济安全、社会稳定',
      '《条例》第十四条规定，此类信息不予公开',
      '第三十六条第三项',
    ],
    first: true,
  },
  R08: {
    own: '答复书',
    says: ['内部事务信息', '《条例》第十六条第一款规定，此类信息可以不予公开', '经审查权衡', '第三十六条第三项'],
    first: true,
  },
  R09: {
    own: '答复书',
    says: ['过程性信息', '《条例》第十六条第二款规定，此类信息可以不予公开', '经审查权衡', '第三十六条第三项'],
    first: true,
  },
  R10: {
    own: '答复书',
    says: ['行政执法案卷信息', '《条例》第十六条第二款规定，此类信息可以不予公开', '经审查权衡', '第三十六条第三项'],
    first: true,
  },
  R11: {
    own: '告知书',
    says: [
      '《不动产登记暂行条例》第二十七条对该信息的获取有特别规定',
      '第三十六条第七项',
      '向云溪县不动产登记中心（联系方式：',
    ],
  },
  R12: { own: '答复书', says: ['第三十六条第四项', '你申请公开的政府信息不存在'] },
  R13: {
    own: '告知书',
    says: [
      '不属于本机关负责公开',
      '第三十六条第五项',
      '云溪县住房和城乡建设局（联系方式：云溪县建设路9号，电话0571-88880123）',
    ],
  },
  R14: { own: '告知书', says: ['《条例》第三十八条', '加工、分析', '决定不予提供'] },
  R16: {
    own: '告知书',
    says: ['第三十九条第一款的规定，本机关不作为政府信息公开申请处理', '通过相应渠道向云溪县信访局'],
  },
  R17: {
    own: '告知书',
    says: ['已于2026年4月13日以云自然资公开〔2026〕15号作出答复', '第三十六条第六项', '不予重复处理'],
  },
  R18: { own: '告知书', says: ['公开出版物', '第三十九条第二款', '获取的途径告知你：该书由方志出版社'] },
  R20: {
    own: '告知书',
    says: ['确认或者重新出具', '已于2026年4月13日以云自然资公开〔2026〕15号提供', '本机关不予处理'],
  },
  R23: {
    own: '告知书',
    says: [
      '形成于2009年11月20日，已于2020年6月12日移交云溪县档案馆，国家规定的移交期限已于2019年11月20日届满',
      '《中华人民共和国档案法》第十五条第二款规定，移交期限届满的，涉及政府信息公开事项的档案按照档案利用规定办理',
      '向云溪县档案馆（联系方式：云溪县文昌路2号，电话0571-88880200）申请查阅、利用',
    ],
  },
}

describe.each(kinds)('%s', letter => {
  const { own, says, first } = expected[letter]

  test('title, law and decision', () => {
    const said = text(letter)
    expect(said).toContain(`政府信息公开申请${own}`)
    expect(said).toContain(regulation)
    expect(said).toContain(`${own.slice(0, 2)}如下：`)
    for (const words of says) expect(said).toContain(words)
    expect(said).not.toMatch(/undefined|null|\{|\}|NaN/)
    expect(said).not.toContain(own === '答复书' ? '本告知书' : '本答复书')
  })

  test(first ? 'reconsideration first, expressly' : 'free choice', () => {
    const said = text(letter)
    expect(said.includes(express)).toBe(first === true)
    expect(said.includes('十五日内，依法向云溪县人民法院')).toBe(first === true)
    expect(said.includes(choice(`本${own}`))).toBe(!first)
    // Only a partial reply opens both ways, each for its own part.
    expect(said.includes('六个月内')).toBe(!first || letter === 'R03')
  })

  test('dated outside its law pack, or without one, it is refused by name', async () => {
    const model = sampleReplies[letter]
    const problem = (on: string) => ({ ok: false, problem: { kind: 'lawPackMissing', letter, on } })
    expect(await makeLetter({ ...model, lawPack: null }, testFonts())).toEqual(problem('2026-10-13'))
    expect(await makeLetter({ ...model, issuedOn: day('2023-12-31') }, testFonts())).toEqual(problem('2023-12-31'))
    const ended = { ...model.lawPack!, effectiveTo: day('2026-10-12') }
    expect(await makeLetter({ ...model, lawPack: ended }, testFonts())).toEqual(problem('2026-10-13'))
  })
})

test('every withheld part has its ground, its article and its reason', () => {
  const said = text('R03')
  const parts = [
    '1．补偿费发放表中其他村民的居民身份证号码、银行账号，属于涉及商业秘密、个人隐私',
    '《条例》第十五条规定，此类信息不得公开。本机关根据前述规定和《条例》第三十七条的规定，决定不予公开。理由：属于个人隐私',
    '属于《全国人口普查条例》第三十三条禁止公开的政府信息。《条例》第十四条规定，此类信息不予公开。',
    '《条例》第十六条第二款规定，此类信息可以不予公开。经审查权衡，本机关根据前述规定和《条例》第三十七条的规定，决定不予公开。理由：该记录形成于',
    '如对本答复书中不予公开的部分不服，',
    '如对本答复书的其他内容不服，可以自收到本答复书之日起六十日内，向云溪县人民政府申请行政复议；也可以自收到本答复书之日起六个月内',
  ]
  for (const part of parts) expect(said).toContain(part)
})

test('a secret is named by its reference alone: no search, no place, no result', () => {
  expect(text('R04')).not.toMatch(/检索/)
  // Even if a search came with the model, nothing of it would be printed.
  const smuggled = { ...sampleReplies.R04, search: sampleReplies.R05.search }
  expect(textOf(smuggled)).toBe(text('R04'))
})

test('of a reply with a secret part likewise, and that part has its reference', () => {
  const secret = {
    what: '方案附件三',
    ground: 'REFUSE_STATE_SECRET',
    reason: '该部分在保密期限内，未解密',
    secrecyReference: '云国密定〔2024〕7号',
  } as const
  const { search, withheld } = sampleReplies.R03
  for (const given of [search, null]) {
    const said = textOf({ ...sampleReplies.R03, search: given, withheld: [...withheld, secret] })
    expect(said).not.toMatch(/检索/)
    expect(said).toMatch(/一、答复决定.*二、救济途径/)
    expect(said).toContain('该部分的密级和保密期限以编号为云国密定〔2024〕7号的定密文书为准。理由：该部分在保密期限内')
    expect(said.match(/密级/g)).toHaveLength(1)
  }
  expect(missingElements({ ...sampleReplies.R03, search: null })).toEqual([
    'searchedOn',
    'searchPlaces',
    'searchResult',
  ])
})

const optional = kinds.filter(
  letter => 'search' in sampleReplies[letter] && !(sampleReplies[letter] as { search: unknown }).search,
)

test('a reply without a search record prints no search paragraph, and one with a record prints it', () => {
  expect(optional).toEqual(['R02', 'R11', 'R13', 'R16', 'R17', 'R18', 'R20', 'R23'])
  for (const letter of optional) {
    expect(text(letter)).not.toMatch(/检索/)
    expect(text(letter)).toMatch(/一、(答复|处理)决定.*二、救济途径/)
    const searched = { ...sampleReplies[letter], search: sampleReplies.R12.search } as ReplyModel
    expect(textOf(searched)).toMatch(/一、检索和审查情况.*检索结果：.*二、(答复|处理)决定.*三、救济途径/)
  }
})

test('several people and organisations are addressed as such', () => {
  expect(text('R02')).toContain('收到你单位以电子邮件提交的政府信息公开申请')
  const several = { ...sampleReplies.R17, applicantName: '张㛃䶮、李喆堃', addressedAs: '你们' } as const
  expect(textOf(several)).toContain('张㛃䶮、李喆堃：')
  expect(textOf(several)).toContain('对你们重复提出的申请，本机关不予重复处理')
})

test('the contact note is never pulled apart, however its fields fall', () => {
  for (const contactPhone of ['0571-88880000', '010-62345678', '0571-88880000转8012']) {
    for (let more = 0; more < 24; more += 1) {
      const contactName = `政务公开科${'甲'.repeat(more)}`
      const model = { ...sampleReplies.R17, agency: { ...agency, contactName, contactPhone } }
      const drawn = composeLetter(model, testFonts()).pages.at(-1)!.ops
      const glyphs = drawn.flatMap(op => (op.kind === 'glyph' ? [op] : []))
      const from = glyphs.findIndex(({ codePoint }, index) => isHan(codePoint) && wordAt(glyphs, index) === '联系部门')
      const note = glyphs.slice(from)
      const steps = note.flatMap((glyph, index) => {
        const next = note[index + 1]
        return next && next.y === glyph.y && isHan(glyph.codePoint) && isHan(next.codePoint) ? [next.x - glyph.x] : []
      })
      expect(steps.length).toBeGreaterThan(10)
      expect(Math.max(...steps), `${contactName} ${contactPhone}`).toBeLessThan(AREA.cell * 1.06)
    }
  }
})

interface Drawn {
  readonly codePoint: number
}
const isHan = (codePoint: number) => codePoint >= 0x4e00 && codePoint <= 0x9fff
const wordAt = (glyphs: readonly Drawn[], index: number) =>
  String.fromCodePoint(...glyphs.slice(index, index + 4).map(({ codePoint }) => codePoint))
