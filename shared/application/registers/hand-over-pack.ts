import { formatDay } from '../../domain/calendar/civil-date'
import { isOverdue, workingDaysUntil } from '../../domain/clocks/clock-progress'
import { replyDueDay } from '../../domain/clocks/reply-clock'
import type { WorkingCalendar } from '../../domain/calendar/working-calendar'
import { confirmationDueOn } from '../../domain/requests/date-of-receipt'
import type { PersonId } from '../../domain/requests/request-facts'
import type { DisclosureRequest } from '../../domain/requests/request-state'
import { standingScans } from '../../domain/requests/standing-scans'
import type { RequestRecord } from '../ports'
import { isSignedFor } from '../requests/service-check'
import type { TableAround } from './day-sheet'
import { applicantWord, channelWords, matterWord, routeWords, statusWords } from './paper-words'
import type { PrintedPart, PrintedTable } from './printed-table'

/** What a clerk leaves: what runs with its clock, and what is still owed to the file. */
export interface HandOverPack {
  readonly open: readonly DisclosureRequest[]
  /** Receipt not confirmed: no clock runs yet, and one may begin any day. */
  readonly unconfirmed: readonly DisclosureRequest[]
  /** Issued, not served: only service meets the clock. */
  readonly unserved: readonly DisclosureRequest[]
  /** Signed proof not among the scans, or the post has not said that it delivered. */
  readonly proofsOwed: readonly DisclosureRequest[]
}

export function handOverPack(records: readonly RequestRecord[], person: PersonId): HandOverPack {
  const own = records
    .map(({ request }) => request)
    .filter(({ handler }) => handler === person)
    .toSorted((a, b) => (dayOf(a) + a.requestNo < dayOf(b) + b.requestNo ? -1 : 1))
  const running = own.filter(({ status }) => status !== 'served' && status !== 'closed')
  return {
    open: running.filter(({ status }) => status !== 'unconfirmed' && status !== 'issued'),
    unconfirmed: running.filter(({ status }) => status === 'unconfirmed'),
    unserved: running.filter(({ status }) => status === 'issued'),
    proofsOwed: own.filter(owesProof),
  }
}

const dayOf = ({ receivedOn, arrivedOn }: DisclosureRequest): string => receivedOn ?? arrivedOn

/** 送达回证未交回: signed for, but no scan of it; posted, but no day of delivery. */
function owesProof(request: DisclosureRequest): boolean {
  const { served } = request
  if (!served) return false
  if (served.way === 'post') return served.deliveredOn === undefined
  return isSignedFor(served.way) && !standingScans(request).some(({ kind }) => kind === 'signedReceipt')
}

export interface PackAround extends TableAround {
  readonly calendar: WorkingCalendar
  readonly person: PersonId
  /** Drafts left on this machine; null where they could not be listed. */
  readonly drafts: readonly { readonly what: string; readonly savedAt: string }[] | null
}

/** 交接清单: five parts, each of which says so where it is empty, and three boxes for the pen. */
export function handOverTable(pack: HandOverPack, around: PackAround): PrintedTable {
  const { officeName, windowName, nameOf, person, today } = around
  return {
    issuer: officeName,
    title: '交接清单',
    subtitle: `交班人 ${nameOf(person)}　${formatDay(today)}　${windowName}`,
    notes: [
      `办理中 ${pack.open.length} 件，待确认收到 ${pack.unconfirmed.length} 件，已签发未送达 ${pack.unserved.length} 件，` +
        `凭证未归档 ${pack.proofsOwed.length} 件${around.drafts ? `，草稿 ${around.drafts.length} 份` : ''}。` +
        '期限按工作日计，以送达为准。',
    ],
    parts: [
      openPart('一、办理中', pack.open, around),
      unconfirmedPart(pack.unconfirmed, around),
      openPart('三、已签发未送达', pack.unserved, around),
      proofPart(pack.proofsOwed),
      draftPart(around.drafts),
    ],
    signatures: ['交班人', '接班人', '监交人'],
    madeOn: today,
  }
}

const column = (label: string, share: number) => ({ label, share })

function openPart(heading: string, requests: readonly DisclosureRequest[], around: PackAround): PrintedPart {
  return {
    heading,
    columns: [
      ...[column('登记号', 12), column('申请内容', 27), column('申请人', 8), column('收到之日', 11)],
      ...[column('办到', 8), column('答复期限', 14), column('剩余', 8), column('文号、途径', 16)],
    ],
    rows: requests.map(request => [
      request.requestNo,
      matterWord(request),
      applicantWord(request),
      request.receivedOn ? formatDay(request.receivedOn) : '',
      statusWords[request.status],
      ...clockWords(request, around),
      [request.letter?.letterNo ?? '', request.letter ? routeWords[request.route] : ''].filter(Boolean).join('　'),
    ]),
    whenEmpty: '没有。',
  }
}

/** Due day and working days left; 暂定 where the calendar is not published yet. */
function clockWords(request: DisclosureRequest, { calendar, today }: PackAround): readonly [string, string] {
  const due = replyDueDay(request.clockFacts, calendar, today)
  if (!due.ok) return ['算不出，请核对', '']
  const { dueOn, certainty } = due.value
  const left = workingDaysUntil(dueOn, today, calendar)
  const day = `${formatDay(dueOn)}${certainty === 'provisional' ? '（暂定）' : ''}`
  if (isOverdue(due.value, today)) return [day, `已逾 ${-left} 日`]
  return [day, dueOn < today ? '待放假安排公布后核对' : `${left} 日`]
}

function unconfirmedPart(requests: readonly DisclosureRequest[], { calendar }: PackAround): PrintedPart {
  return {
    heading: '二、待确认收到',
    columns: [
      ...[column('登记号', 12), column('申请内容', 34), column('申请人', 8), column('渠道', 10)],
      ...[column('来件之日', 11), column('应确认之日', 11), column('联系次数', 8)],
    ],
    rows: requests.map(request => [
      request.requestNo,
      matterWord(request),
      applicantWord(request),
      channelWords[request.channel],
      formatDay(request.arrivedOn),
      formatDay(confirmationDueOn(request.arrivedOn, calendar)),
      `${request.contacts.length}`,
    ]),
    whenEmpty: '没有。',
  }
}

function proofPart(requests: readonly DisclosureRequest[]): PrintedPart {
  return {
    heading: '四、凭证未归档',
    columns: [
      ...[column('登记号', 12), column('申请人', 8), column('文号', 22), column('送达之日', 12)],
      ...[column('欠缺', 24), column('邮件号', 16)],
    ],
    rows: requests.map(request => [
      request.requestNo,
      applicantWord(request),
      request.letter?.letterNo ?? '',
      request.served ? formatDay(request.served.servedOn) : '',
      request.served?.way === 'post' ? '投递日期未登记' : '签收的送达回证未存入扫描件',
      request.served?.trackingNo ?? '',
    ]),
    whenEmpty: '没有。',
  }
}

function draftPart(drafts: PackAround['drafts']): PrintedPart {
  return {
    heading: '五、未完成的草稿',
    columns: [column('草稿', 60), column('保存时间', 40)],
    rows: (drafts ?? []).map(({ what, savedAt }) => [what, savedAt]),
    whenEmpty: drafts ? '没有。' : '草稿没有取出来，请在窗口上另行核对。',
  }
}
