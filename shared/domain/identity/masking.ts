import type { ApplicantType } from '../requests/request-facts'

/*
 * What lists and exports show of a person (reference section 10; PIPL art. 51). The number of stars is fixed where the
 * length itself would tell something. Code points, not UTF-16 units, so that rare characters are never cut in half.
 */

const compoundSurnames = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 ' +
    '仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 ' +
    '段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 ' +
    '南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 纳兰'
  ).split(' '),
)

/** 张三 -> 张*, 张三丰 -> 张**, 欧阳修 -> 欧阳*. A name of one character is hidden whole. */
export function maskName(name: string): string {
  const characters = [...name.trim()]
  const twoFirst = characters.slice(0, 2).join('')
  const shown = compoundSurnames.has(twoFirst) && characters.length > 2 ? 2 : 1
  if (characters.length <= shown) return characters.length === 0 ? '' : '*'
  return characters.slice(0, shown).join('') + '*'.repeat(Math.min(characters.length - shown, 2))
}

/** An organisation's name is nobody's: it stands as it is, and 云** would tell a clerk nothing. */
export const maskApplicantName = (name: string, applicantType: ApplicantType): string =>
  applicantType === 'naturalPerson' ? maskName(name) : name

/** Whoever stands on a form: an applicant, the contact of one, somebody who acts for one. */
export interface Party {
  readonly name: string
  readonly idKind?: string | undefined
  readonly idNumber?: string
}

/**
 * The one rule for everybody on a form. An organisation shows itself by its credit code, and the applicant of the request
 * by its type too: an old register knows no code. Its name and code are public; people who act for it are people.
 */
export function maskParty(party: Party, applicantType?: ApplicantType): { name: string; idNumber: string } {
  const { name, idKind, idNumber = '' } = party
  const isOrganisation = idKind === 'creditCode' || (applicantType !== undefined && applicantType !== 'naturalPerson')
  if (isOrganisation) return { name, idNumber: idKind === 'creditCode' ? idNumber : maskIdNumber(idNumber) }
  return { name: maskName(name), idNumber: maskIdNumber(idNumber) }
}

/** First 3 and last 4 of a resident number; of shorter document numbers only the last 4, or fewer if short itself. */
export function maskIdNumber(idNumber: string): string {
  const characters = [...idNumber]
  const head = characters.length >= 15 ? 3 : 0
  const tail = Math.min(4, Math.floor(characters.length / 2))
  return keepEnds(characters, head, tail)
}

/** For lists that the public may see: the last 4 only. */
export const maskIdNumberForPublic = (idNumber: string): string => {
  const characters = [...idNumber]
  return keepEnds(characters, 0, Math.min(4, Math.floor(characters.length / 2)))
}

/** First 3 and last 4; a short local number keeps only its end. */
export function maskPhone(phone: string): string {
  const characters = [...phone]
  return characters.length >= 10
    ? keepEnds(characters, 3, 4)
    : keepEnds(characters, 0, Math.min(4, Math.floor(characters.length / 2)))
}

/** First character and domain. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 1 ? '***' : `${[...email][0]}***${email.slice(at)}`
}

const keepEnds = (characters: readonly string[], head: number, tail: number): string =>
  characters.slice(0, head).join('') +
  '*'.repeat(Math.max(characters.length - head - tail, 0)) +
  characters.slice(characters.length - tail).join('')
