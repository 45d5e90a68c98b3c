import type { Agency } from '../domain/agencies/office-facts'
import type { CivilDate } from '../domain/calendar/civil-date'
import type { DueDate } from '../domain/clocks/due-date'
import type { Channel, Medium, ReceivedAs, Route, ServiceWay } from '../domain/requests/request-facts'
import type { OfficeWording } from '../domain/wording/office-wording'
import type { FormModel } from './model/form-models'
import type { MediumSlip } from './model/medium-slip'
import type { ReplyModel } from './reply-model'

export type LetterModel =
  | RegistrationReceipt
  | DueDateSlip
  | ReplyModel
  | ServiceReceipt
  | RecoverySheet
  | MediumSlip
  | FormModel
export type LetterKind = LetterModel['letter']
type ModelByKind = { readonly [K in LetterKind]: Extract<LetterModel, { letter: K }> & { readonly letter: K } }
export type ModelOf<K extends LetterKind> = ModelByKind[K]

/** 服务承诺: never shortens or replaces the term of the law (reference 3.1). */
export interface PrintedPledge {
  /** Hours from registration to the first answer. */
  readonly firstResponseHours: number
  readonly handlingWorkingDays: number
  readonly handledBy: CivilDate
  readonly certainty: DueDate['certainty']
}

/** F03 登记（接收）回执. Procedural: no remedy clause. */
export interface RegistrationReceipt {
  readonly letter: 'F03'
  readonly agency: Agency
  readonly requestNo: string
  readonly channel: Channel
  readonly applicantName: string
  readonly receivedOn: CivilDate
  /** From the proof; `provisional` prints 暂定 and the reservation. */
  readonly due: Pick<DueDate, 'dueOn' | 'certainty' | 'workingDays'>
  /** What was asked, in the applicant's words. */
  readonly description: string
  readonly medium: Medium
  readonly route: Route
  /** What the applicant handed over: 申请表, 身份证复印件 ... */
  readonly itemsHandedOver: readonly string[]
  readonly clerkName: string
  /** Printed as it stands and as QR. */
  readonly queryCode: string
  /** What the office promises of itself beside the term of the law; missing: nothing. */
  readonly pledge?: PrintedPledge
  readonly wording?: OfficeWording
  readonly madeOn: CivilDate
}

/** 期限计算书: the proof of the due date, day by day. */
export interface DueDateSlip {
  readonly letter: 'slip'
  readonly agency: Agency
  readonly requestNo: string
  readonly due: DueDate
  readonly clerkName: string
  readonly madeOn: CivilDate
}

/** S01 送达回证. With `received` null the boxes stay empty for the pen. */
export interface ServiceReceipt {
  readonly letter: 'S01'
  readonly agency: Agency
  readonly requestNo: string
  /** 政府信息公开申请答复书 */
  readonly documentTitle: string
  readonly documentNo: string
  readonly addressee: string
  readonly place: string
  /** Somebody signs for it, or refuses to; where it was sent over the wire nobody does. The post has S02. */
  readonly way: Exclude<ServiceWay, 'post'>
  readonly deliveredBy: string
  readonly received: {
    readonly by: string
    readonly as: ReceivedAs
    readonly on: CivilDate
  } | null
  /** Over the wire: the day on which it left for the agreed address (reference 3.2(4)); `received` is null then. */
  readonly sent?: { readonly on: CivilDate }
  /** 拒收: nobody signed but the witness; `received` is null then. */
  readonly refused?: { readonly reason: string; readonly witness: string; readonly on: CivilDate }
  readonly madeOn: CivilDate
}

/** 恢复表: the recovery key on paper. Shown once, printed once, never stored as a file. */
export interface RecoverySheet {
  readonly letter: 'recovery'
  readonly officeName: string
  readonly workstation: string
  readonly madeOn: CivilDate
  /** Groups of the key in order; printed in cells and joined by `-` in the QR. */
  readonly keyGroups: readonly string[]
}
