import type { Agency, AgencyId } from '../../domain/agencies/office-facts'
import type { DisclosureAttribute, Validity } from '../../domain/catalogue/document-facts'
import { topicGroups, type TopicGroup } from '../../domain/catalogue/topic-classes'

/** What lists write for each value; the first word is the one that this program writes. */
const validityWords: Readonly<Record<Validity, readonly string[]>> = {
  VALID: ['有效', '现行有效', '现行', '继续有效', 'VALID'],
  PARTLY_AMENDED: ['部分修改', '已修改', '已修订', '被修改', '部分失效', '部分废止', 'PARTLY_AMENDED'],
  REPEALED: ['已废止', '废止', '被废止', 'REPEALED'],
  EXPIRED: ['已失效', '失效', '过期', 'EXPIRED'],
  UNKNOWN: ['未定', '不明', '待定', 'UNKNOWN'],
}

const attributeWords: Readonly<Record<DisclosureAttribute, readonly string[]>> = {
  PROACTIVE: ['主动公开', '公开', '主动', 'PROACTIVE'],
  ON_REQUEST: ['依申请公开', '依申请', 'ON_REQUEST'],
  NOT_DISCLOSED: ['不予公开', '不公开', 'NOT_DISCLOSED'],
}

export const validityWord = (validity: Validity): string => validityWords[validity][0]!
export const attributeWord = (attribute: DisclosureAttribute): string => attributeWords[attribute][0]!

export const readValidity = (text: string): Validity | null => valueOf(validityWords, text)
export const readAttribute = (text: string): DisclosureAttribute | null => valueOf(attributeWords, text)

function valueOf<V extends string>(words: Readonly<Record<V, readonly string[]>>, text: string): V | null {
  const plain = plainWord(text)
  const hit = (Object.keys(words) as V[]).find(value => words[value].some(word => plainWord(word) === plain))
  return hit ?? null
}

const plainWord = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').toUpperCase()

/** A code, a code with its name, a name of the law's list or of the office's own, or `class / sub-class`. */
export function readTopic(text: string, named: readonly TopicGroup[]): string | null {
  const plain = plainWord(text)
  const code = /^(\d{4}|\d{2})(?!\d)/u.exec(plain)?.[1]
  const groups = [...named, ...topicGroups()]
  const all = groups.flatMap(group => [group, ...group.children])
  if (code && all.some(each => each.code === code)) return code
  const parts = plain.split(/[/>\\|]+/u)
  const [first = '', second] = parts.length > 1 ? [parts.at(-2)!, parts.at(-1)!] : [plain]
  const group = groups.find(({ name }) => plainWord(name) === first)
  return second === undefined ? (group?.code ?? onlyOne(groups, first)) : childOf(groups, group?.code, second)
}

const childOf = (groups: readonly TopicGroup[], code: string | undefined, plain: string): string | null =>
  groups
    .filter(group => group.code === code)
    .flatMap(({ children }) => children)
    .find(({ name }) => plainWord(name) === plain)?.code ?? null

/** 其他 is a sub-class of every class: a name that several have is none. */
function onlyOne(groups: readonly TopicGroup[], plain: string): string | null {
  const codes = groups.flatMap(({ children }) => children.filter(({ name }) => plainWord(name) === plain))
  const different = new Set(codes.map(({ code }) => code))
  return different.size === 1 ? [...different][0]! : null
}

/** By the name of the agency, or a part of it that no other has. */
export function readAgency(text: string, agencies: readonly Agency[]): AgencyId | null {
  const plain = plainWord(text)
  const exact = agencies.find(({ name }) => plainWord(name) === plain)
  if (exact) return exact.agencyId
  const near = agencies.filter(({ name }) => plainWord(name).includes(plain) || plain.includes(plainWord(name)))
  return near.length === 1 ? near[0]!.agencyId : null
}

/** Keywords as lists part them; one that this program wrote with a mark of its own inside stands in quotes. */
export function readKeywords(text: string): readonly string[] {
  const parts = text.trim().startsWith('["') ? fromJson(text) : text.split(/[;；,，、|\n\t]+|\s{2,}/u)
  return [...new Set(parts.map(part => part.trim()).filter(part => part !== ''))]
}

export const keywordsText = (keywords: readonly string[]): string =>
  keywords.some(word => /[;；,，、|\n\t]|\s{2,}|^\s|\s$/u.test(word) || word.startsWith('["'))
    ? JSON.stringify(keywords)
    : keywords.join('；')

function fromJson(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value.map(String) : [text]
  } catch {
    return [text]
  }
}
