import type { CivilDate } from '../calendar/civil-date'

/** What went onto a medium. */
export type ExportOf =
  /** One request with its papers and scans. */
  | { readonly kind: 'case'; readonly requestNo: string }
  /** Requests received between two days, both counted. */
  | { readonly kind: 'period'; readonly from: CivilDate; readonly to: CivilDate }
  /** 登记簿: every request. */
  | { readonly kind: 'register' }
  /** Public documents of the catalogue. */
  | { readonly kind: 'catalogue' }
  /** Acts for other machines of the office and for headquarters. */
  | { readonly kind: 'bundle' }
export type ExportKind = ExportOf['kind']

/** The head's approval of one export with names and numbers in full (reference 10; PIPL art. 51). */
export interface UnmaskedApproval {
  readonly approvalId: string
  readonly of: ExportOf
  /** Where an earlier build wrote it; now of the personal part. */
  readonly reason?: string
}

/** It names people, as reasons do: never in the part that headquarters reads. */
export interface ReasonGiven {
  readonly reason: string
}

/** An export as it was sealed on a medium, before it got its name there. */
export interface ExportedToMedium {
  readonly exportId: string
  /** 介质编号, as the label on it reads: `JZ-01`. */
  readonly mediumNo: string
  /** A stick by what the system says of its hardware; a folder by choice. */
  readonly onto: 'stick' | 'folder'
  /** Of the file system, where the system tells one. */
  readonly serial?: string
  readonly of: ExportOf
  /** False: names and identity numbers in full; then with the approval that allowed it. */
  readonly isMasked: boolean
  readonly approvalId?: string
  /** 接收单位. */
  readonly receiver: string
  /** Name of the folder on the medium. */
  readonly folder: string
  readonly files: number
  readonly bytes: number
  /** Hex SHA-256 that stands for all of it: of the package's tag manifest. */
  readonly digest: string
  readonly on: CivilDate
}

export interface ReceivedMedium {
  readonly exportId: string
  /** Hex SHA-256, as in `ExportedToMedium`. */
  readonly digest: string
  readonly on: CivilDate
  /** 接收单位: the window, or headquarters, by its name. */
  readonly receiver: string
}

/**
 * Facts of the subject `office`, as those of booklets and of registers that went out are: one export may hold a thousand requests or
 * none, the list of media that are outside is the office's own, and a medium that is lost is the office's matter.
 */
export type MediaFact =
  | {
      readonly type: 'media.unmaskedApproved@1'
      readonly open: UnmaskedApproval
      readonly personal?: ReasonGiven
    }
  /** Who carries it, 领取人, may be a stranger to the office. */
  | {
      readonly type: 'media.exported@1'
      readonly open: ExportedToMedium
      readonly personal?: { readonly holder: string }
    }
  /** It never got its name on the medium: nothing was given out. */
  | { readonly type: 'media.exportUndone@1'; readonly open: { readonly exportId: string } }
  /** 回执: the receiver has it, by a signed slip or by a file on the next medium. */
  | {
      readonly type: 'media.acknowledged@1'
      readonly open: { readonly exportId: string; readonly on: CivilDate; readonly how: 'paper' | 'medium' }
      readonly personal?: { readonly receivedBy: string }
    }
  /**
   * 收到: a medium that another machine of the office, or headquarters, took in and found whole. It comes back like every act,
   * by stick or line, and counts as the receipt where number and digest are those that were given out.
   */
  | { readonly type: 'media.received@1'; readonly open: ReceivedMedium }
  /** 遗失: nothing of the office's own records is touched by it. */
  | {
      readonly type: 'media.missing@1'
      readonly open: { readonly exportId: string; readonly on: CivilDate; readonly reason?: string }
      readonly personal?: ReasonGiven
    }
