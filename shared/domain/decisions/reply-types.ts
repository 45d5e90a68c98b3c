/** Articles of the Regulation (Order 711) that a reply may rest on; FEE is 国办函〔2020〕109号, ARCHIVES the 档案法 of 2020. */
export type Article =
  | '14'
  | '15'
  | '16'
  | '16(1)'
  | '16(2)'
  | '30'
  | '32'
  | '35'
  | '36(1)'
  | '36(2)'
  | '36(4)'
  | '36(5)'
  | '36(6)'
  | '36(7)'
  | '37'
  | '38'
  | '39(1)'
  | '39(2)'
  | 'FEE 6'
  | 'ARCHIVES 15(2)'

/** Reply types of reference 5.1. */
export type ReplyTypeId = keyof typeof replyTypes

export interface ReplyType {
  readonly basis: readonly Article[]
  /** Row of table three of the annual report (国办公开办函〔2021〕30号). */
  readonly annualRow: `3-3-${string}`
  /**
   * Letter of reference 7.2. It names none for OTHER: R23 is ours, with the common elements of 7.1, and says that the file
   * lies with the state archives (档案法 art. 15(2)). A withdrawal is closed by an act of its own, without a letter.
   */
  readonly letter: `R${number}`
  /** What the remedy turns on: only a refusal under arts. 14 to 16 asks for reconsideration first. */
  readonly outcome: 'granted' | 'partial' | 'refused' | 'notProvided' | 'notHandled' | 'closed'
}

export const replyTypes = {
  GRANT_PROVIDE: { basis: ['36(2)'], annualRow: '3-3-1', letter: 'R01', outcome: 'granted' },
  GRANT_PUBLISHED: { basis: ['36(1)'], annualRow: '3-3-1', letter: 'R02', outcome: 'granted' },
  GRANT_PUBLIC_INTEREST: { basis: ['15', '32'], annualRow: '3-3-1', letter: 'R01', outcome: 'granted' },
  PARTIAL: { basis: ['37'], annualRow: '3-3-2', letter: 'R03', outcome: 'partial' },
  REFUSE_STATE_SECRET: { basis: ['14'], annualRow: '3-3-3-1', letter: 'R04', outcome: 'refused' },
  REFUSE_LAW: { basis: ['14'], annualRow: '3-3-3-2', letter: 'R05', outcome: 'refused' },
  REFUSE_SECURITY: { basis: ['14'], annualRow: '3-3-3-3', letter: 'R06', outcome: 'refused' },
  REFUSE_THIRD_PARTY: { basis: ['15', '32'], annualRow: '3-3-3-4', letter: 'R07', outcome: 'refused' },
  REFUSE_INTERNAL: { basis: ['16(1)'], annualRow: '3-3-3-5', letter: 'R08', outcome: 'refused' },
  REFUSE_PROCESS: { basis: ['16(2)'], annualRow: '3-3-3-6', letter: 'R09', outcome: 'refused' },
  REFUSE_CASE_FILE: { basis: ['16(2)'], annualRow: '3-3-3-7', letter: 'R10', outcome: 'refused' },
  REFER_SPECIAL_QUERY: { basis: ['36(7)'], annualRow: '3-3-3-8', letter: 'R11', outcome: 'refused' },
  NOT_EXIST: { basis: ['36(4)'], annualRow: '3-3-4-1', letter: 'R12', outcome: 'notProvided' },
  NOT_OURS: { basis: ['36(5)'], annualRow: '3-3-4-1', letter: 'R13', outcome: 'notProvided' },
  NEEDS_PRODUCTION: { basis: ['38'], annualRow: '3-3-4-2', letter: 'R14', outcome: 'notProvided' },
  STILL_UNCLEAR: { basis: ['30'], annualRow: '3-3-4-3', letter: 'R15', outcome: 'notProvided' },
  PETITION_LIKE: { basis: ['39(1)'], annualRow: '3-3-5-1', letter: 'R16', outcome: 'notHandled' },
  REPEAT: { basis: ['36(6)'], annualRow: '3-3-5-2', letter: 'R17', outcome: 'notHandled' },
  PUBLICATION: { basis: ['39(2)'], annualRow: '3-3-5-3', letter: 'R18', outcome: 'notHandled' },
  EXCESSIVE: { basis: ['35'], annualRow: '3-3-5-4', letter: 'R19', outcome: 'notHandled' },
  RECONFIRM: { basis: [], annualRow: '3-3-5-5', letter: 'R20', outcome: 'notHandled' },
  CLOSED_NO_SUPPLEMENT: { basis: ['30'], annualRow: '3-3-6-1', letter: 'R21', outcome: 'closed' },
  CLOSED_UNPAID: { basis: ['FEE 6'], annualRow: '3-3-6-2', letter: 'R21', outcome: 'closed' },
  OTHER: { basis: ['ARCHIVES 15(2)'], annualRow: '3-3-6-3', letter: 'R23', outcome: 'closed' },
} as const satisfies Record<string, ReplyType>
