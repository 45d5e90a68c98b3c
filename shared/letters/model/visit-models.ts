import type { Agency } from '../../domain/agencies/office-facts'
import type { CivilDate } from '../../domain/calendar/civil-date'

/** S03 现场查阅（抄录）登记 (reference 7.2): visitor (masked), items, start and end, copies, clerk. */
export interface ReadingVisitForm {
  readonly letter: 'S03'
  readonly agency: Agency
  readonly visitNo: string
  readonly cameOn: CivilDate
  /** 09:05; the end is null while the visitor is in the room, and a day where it was written down later. */
  readonly from: string
  readonly until: string | null
  /** Masked; 未登记姓名 where nobody was asked. */
  readonly visitor: string
  /** Kind and masked number; empty where none was asked for. */
  readonly document: string
  readonly aim: string
  readonly seeks: string
  readonly items: readonly VisitedItem[]
  /** 复印 12 页，打印 3 页 */
  readonly copies: string
  readonly help: string
  readonly result: string
  readonly clerkName: string
  readonly madeOn: CivilDate
}

export interface VisitedItem {
  readonly itemNo: number
  readonly title: string
  readonly indexNo?: string
  readonly kind: string
  readonly givenAt: string
  /** Null while it is out. */
  readonly returned: { readonly at: string; readonly state: string } | null
}

/** 档案证明: what the archive says, certified under a number of its own series. */
export interface ArchivesCertificate {
  readonly letter: 'archivesCertificate'
  readonly agency: Agency
  readonly certificateNo: string
  /** Full name: the certificate is for whoever asked, and for nobody else. */
  readonly applicantName: string
  /** Kind and masked number. */
  readonly document: string
  /** 本人, 近亲属 ... */
  readonly relation: string
  /** Whose archive it is. */
  readonly about: string
  readonly kind: string
  readonly archivalCode: string
  readonly content: string
  /** Of the attached copy; 0: none. */
  readonly pages: number
  readonly usedFor: string
  readonly clerkName: string
  readonly certifiedOn: CivilDate
}
