import type { CivilDate } from '../../domain/calendar/civil-date'
import { readDocumentNumber } from '../../domain/catalogue/document-number'
import { readRegisterDay } from '../import/register-day'

/** What the text of a document seems to say of itself. Guesses: each is shown as one and taken only if somebody says so. */
export interface Recognised {
  readonly title?: string
  readonly docNo?: string
  readonly issuer?: string
  readonly documentDate?: CivilDate
}

const headLines = 40
const tailLines = 40

/**
 * Reads the usual places of a paper (GB/T 9704-2012, 7.2 and 7.3): the number below the red head, the title below it, the
 * day beside or below the signature, and the line above that day. Regulations say it in their second line instead.
 */
export function recognise(text: string): Recognised {
  const lines = text.split('\n').map(line => line.trim())
  const filled = lines.filter(line => line !== '')
  const head = filled.slice(0, headLines)
  const number = firstOf(head, numberIn)
  const title = titleOf(head)
  const promulgated = firstOf(head.slice(0, 8), promulgation)
  const signed = signature(filled.slice(-tailLines))
  const docNo = number ?? promulgated?.docNo
  const issuer = redHead(head) ?? promulgated?.issuer ?? signed?.issuer
  const documentDate = promulgated?.on ?? signed?.on
  return defined({ title, docNo, issuer, documentDate })
}

type Found = { readonly [K in keyof Recognised]: Recognised[K] | undefined }

const defined = (found: Found): Recognised =>
  Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Recognised

function firstOf<T>(lines: readonly string[], read: (line: string) => T | undefined): T | undefined {
  for (const line of lines) {
    const found = read(line)
    if (found !== undefined) return found
  }
  return undefined
}

const bracketed = /[\p{Script=Han}]{1,20}[〔［[(（【]\s*\d{4}\s*[〕］\])）】]\s*第?\s*\d{1,6}\s*号/u

/** A number in a line of its own, or with a signer beside it; one inside a sentence is another document's. */
function numberIn(line: string): string | undefined {
  const found = bracketed.exec(line)?.[0]
  if (found === undefined || !readDocumentNumber(found)) return undefined
  const rest = line.replace(found, '').replace(/(?:签发人|发文字号|文号|编号)[:：]?\s*[\p{Script=Han}\s]{0,12}/u, '')
  return /^[\s★*·—_-]*$/u.test(rest) ? found.replace(/\s/gu, '') : undefined
}

/** 云河县人民政府文件, at the very top. */
function redHead(lines: readonly string[]): string | undefined {
  const line = lines.slice(0, 3).find(each => /^[\p{Script=Han}（）()、\s]{4,40}文件$/u.test(each))
  return line?.replace(/\s/gu, '').replace(/文件$/u, '')
}

const day = /(\d{4}年\d{1,2}月\d{1,2}日)/u

/** 2012年4月28日 中华人民共和国国务院令第619号公布, as regulations print it below their title. */
function promulgation(line: string): { on: CivilDate; issuer?: string; docNo?: string } | undefined {
  const match = /^[（(]?\s*(\d{4}年\d{1,2}月\d{1,2}日)[\s　]*(.*?)(?:公布|发布|印发|颁布)\s*[）)]?$/u.exec(line)
  const on = match ? readRegisterDay(match[1]!) : null
  if (!match || !on) return undefined
  const by = match[2]!.trim()
  const order = /^(.*?)令第?(\d{1,6})号$/u.exec(by)
  const issuer = (order?.[1] ?? by).replace(/^(?:经|由)/u, '')
  return {
    on,
    ...(isBody(issuer) ? { issuer } : {}),
    ...(order ? { docNo: `${order[1]}令第${order[2]}号` } : {}),
  }
}

const isBody = (name: string): boolean => /^[\p{Script=Han}、（）]{2,60}$/u.test(name) && !/批准|通过|根据/u.test(name)

/** The day of the signature and the body above or before it, from the end upwards. */
function signature(lines: readonly string[]): { on: CivilDate; issuer?: string } | undefined {
  for (let at = lines.length - 1; at >= 0; at--) {
    const signed = signedDay(lines[at]!)
    if (!signed) continue
    const issuer = signed.before || lines[at - 1] || ''
    return isSigner(issuer) ? { on: signed.on, issuer: issuer.replace(/\s/gu, '') } : { on: signed.on }
  }
  return undefined
}

const inNumerals = /([〇零○二一三四五六七八九十]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)/u

/** A day at the end of a line, with at most a body before it. */
function signedDay(line: string): { on: CivilDate; before: string } | null {
  const match = day.exec(line) ?? inNumerals.exec(line)
  const written = match?.[1]
  const on = written === undefined ? null : readRegisterDay(written)
  if (!match || !on || line.length > written!.length + 30) return null
  const before = line.slice(0, match.index).trim()
  const after = line.slice(match.index + written!.length).trim()
  return after !== '' || /印发|附件|[，。；：]/u.test(before) ? null : { on, before }
}

const isSigner = (line: string): boolean =>
  line.length <= 40 &&
  /^[\p{Script=Han}、（）()\s]+(?:政府|委员会|局|厅|部|办公室|办|院|站|中心|处|会|科|所|公司)$/u.test(line)

const isMark = (line: string): boolean =>
  numberIn(line) !== undefined ||
  /^[\p{Script=Han}（）()、\s]{4,40}文件$/u.test(line) ||
  /^(?:签发人|密级|保密期限|特急|加急|急件|平急|抄送|主送|份号|发文字号|文号|成文日期|索引号)/u.test(line) ||
  /^[\d\s★*·—_=-]+$/u.test(line) ||
  promulgation(line) !== undefined

/**
 * The first line that is none of the marks above a title. A title that goes on over a line is taken together with the next
 * one, as long as it is not ended by 通知, 办法 and the like.
 */
function titleOf(lines: readonly string[]): string | undefined {
  const start = lines.findIndex(line => !isMark(line))
  const first = lines[start]
  if (first === undefined || first.length > longestTitleLine || /[。；]$/u.test(first)) return undefined
  const second = lines[start + 1] ?? ''
  const goesOn = /^关于|的?关于|(?:印发|转发|批转)/u.test(first) && !isWholeTitle(first) && isWholeTitle(second)
  return goesOn && second.length <= longestTitleLine ? first + second : first
}

const longestTitleLine = 120
const isWholeTitle = (line: string): boolean =>
  /(?:通知|通报|公告|通告|意见|决定|决议|命令|公报|议案|报告|请示|批复|函|纪要|办法|规定|条例|细则|方案|规划|计划|目录|指南|解读|答复)(?:[（(][^（）()]{1,20}[）)])?$/u.test(
    line,
  )
