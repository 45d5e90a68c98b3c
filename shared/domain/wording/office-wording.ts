import type { PersonId } from '../requests/request-facts'
import { replyTypes } from '../decisions/reply-types'

/** Letters whose free paragraphs an office may word for itself (reference 7.2); the rest are forms. */
export const wordedLetters = [
  ...(['F03', 'R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R08', 'R09', 'R10'] as const),
  ...(['R11', 'R12', 'R13', 'R14', 'R16', 'R17', 'R18', 'R20', 'R23', 'S04'] as const),
] as const
export type WordedLetter = (typeof wordedLetters)[number]

/**
 * 开头语, 理由的引语, 结束语, 联系方式. Everything else of a letter (facts and search, article, decision, remedy, signature)
 * is the program's: what the law enforces is neither removed nor contradicted by an office's wording.
 */
export type WordingSlot = 'opening' | 'reasons' | 'closing' | 'contact'

/** The office's own text of some places; a place that is left out keeps the program's own. */
export type WordingTexts = Readonly<Partial<Record<WordingSlot, string>>>

/** What a letter is composed with. */
export interface OfficeWording {
  /** 1 for the first that the office recorded for this letter. */
  readonly version: number
  readonly texts: WordingTexts
}

/** The whole wording of one letter from a moment on; no texts: back to the program's own. */
export interface ChangedWording extends OfficeWording {
  readonly letter: WordedLetter
}

export interface WordingVersion extends ChangedWording {
  readonly by: { readonly actor: PersonId; readonly at: number; readonly hlc: string }
}

/** Places of a letter that can be worded, in the order in which they stand on it. */
export const slotsOf = (letter: WordedLetter): readonly WordingSlot[] =>
  letter === 'F03' ? ['closing'] : letter === 'S04' ? transferSlots : replySlots

const replySlots = ['opening', 'reasons', 'closing', 'contact'] as const
/**
 * Of the two letters of a transfer the program words the opening: the day of receipt may be open still, and a long
 * description goes along as an attachment, so no one sentence of an office holds for all of them.
 */
const transferSlots = ['reasons', 'closing', 'contact'] as const

/** Replies and notices, whose words may be carried from one to the others; a receipt and a transfer have their own. */
export const isReplyWording = (letter: WordedLetter): boolean => letter !== 'F03' && letter !== 'S04'

/**
 * Where the program puts an element into the office's text, by the name that stands between braces. `needed` are
 * elements that the letter must say (reference 7.1): the text is refused without them.
 */
export interface WordingPlaces {
  readonly needed: readonly string[]
  readonly offered: readonly string[]
}

export const placesOf: Readonly<Record<WordingSlot, WordingPlaces>> = {
  opening: { needed: ['收到日期', '提交方式', '登记编号', '申请内容', '条例'], offered: ['称呼', '答复或告知'] },
  reasons: { needed: ['理由'], offered: [] },
  closing: { needed: [], offered: ['称呼', '文书'] },
  contact: { needed: ['联系部门', '联系电话', '机关地址'], offered: [] },
}

const program: Readonly<Record<WordingSlot, string>> = {
  opening:
    '本机关于{收到日期}收到{称呼}{提交方式}的政府信息公开申请（登记编号：{登记编号}），{称呼}申请公开：“{申请内容}”。' +
    '现根据{条例}的规定，{答复或告知}如下：',
  reasons: '理由：{理由}',
  closing: '',
  contact: '联系部门：{联系部门}；联系电话：{联系电话}；地址：{机关地址}',
}

/** The program's own text of a place. An empty one prints nothing. */
export const programText = (letter: WordedLetter, slot: WordingSlot): string =>
  letter === 'S04' && slot === 'reasons'
    ? '转送理由：{理由}'
    : letter === 'F03'
      ? '请妥善保管本回执。凭查询码可在查阅场所查询办理进度，无需提供身份信息。'
      : program[slot]

/** What is printed at a place: the office's text, else the program's. */
export const textAt = (letter: WordedLetter, slot: WordingSlot, wording?: OfficeWording): string =>
  wording?.texts[slot] ?? programText(letter, slot)

/** The wording in force at a moment of the ledger (hybrid time); undefined: the program's own. */
export function wordingAt(
  versions: readonly WordingVersion[],
  letter: WordedLetter,
  hlc?: string,
): OfficeWording | undefined {
  const version = versions.findLast(one => one.letter === letter && (hlc === undefined || one.by.hlc <= hlc))
  if (!version || Object.keys(version.texts).length === 0) return undefined
  return { version: version.version, texts: version.texts }
}

export const lastVersion = (versions: readonly ChangedWording[], letter: WordedLetter): number =>
  versions.findLast(version => version.letter === letter)?.version ?? 0

/** Needed places that a text lacks, as they stand between braces. */
export const placesLost = (slot: WordingSlot, text: string): readonly string[] =>
  placesOf[slot].needed.filter(name => !text.includes(`{${name}}`))

export const isWordedLetter = (letter: string): letter is WordedLetter =>
  (wordedLetters as readonly string[]).includes(letter)

/**
 * Articles of the Regulation that the wording of a letter may cite, as `36(2)`: those on which this letter rests, and
 * those on receipt, term and form of any reply.
 */
export function articlesOf(letter: WordedLetter): readonly string[] {
  const common = ['2', '31', '33(2)', '33(3)', '40']
  const types = Object.values(replyTypes).filter(type => 'letter' in type && type.letter === letter)
  const basis = types.flatMap(({ basis }): readonly string[] => basis)
  const isRefused = types.some(({ outcome, annualRow }) => outcome === 'refused' && annualRow !== '3-3-3-8')
  return [...basis, ...(isRefused ? ['36(3)'] : []), ...(letter === 'R03' ? ['14', '15', '16'] : []), ...common]
}
