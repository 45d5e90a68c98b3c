import type { RefusalGround, ReplyContent, WithheldPart } from '../requests/reply-content'
import type { ReplyTypeId } from './reply-types'

/** What a reply of one type rests on, besides its article (reference 5.1, 7.2; evidence list of reference 13). */
export interface ReplyRule {
  /**
   * What the search must have shown. `some`: only what is held can be given or refused. `none`: art. 36(4).
   * `made`: a search, whatever it found. Missing: the reply does not rest on a search.
   */
  readonly search?: 'some' | 'none' | 'made'
  /** What the letter cannot be without. */
  readonly needs: readonly ReplyNeed[]
  /** A step of the procedure that has to come first and that this version does not know; the type is shown, not offered. */
  readonly awaits?: AwaitedStep
}

/** 征求意见, 补正, 说明理由, 收费. */
export type AwaitedStep = 'consultation' | 'supplement' | 'statementOfReasons' | 'fee'

export type ReplyNeed =
  | 'attachmentsOrInspection'
  | 'published'
  | 'withheld'
  | 'law'
  | 'secrecyReference'
  | 'elsewhere'
  | 'responsibleAgency'
  | 'earlier'
  | 'obtainable'
  | 'archives'

export const replyRules = {
  GRANT_PROVIDE: { search: 'some', needs: ['attachmentsOrInspection'] },
  GRANT_PUBLISHED: { needs: ['published'] },
  GRANT_PUBLIC_INTEREST: { search: 'some', needs: ['attachmentsOrInspection'], awaits: 'consultation' },
  PARTIAL: { search: 'some', needs: ['attachmentsOrInspection', 'withheld'] },
  REFUSE_STATE_SECRET: { search: 'some', needs: ['secrecyReference'] },
  REFUSE_LAW: { search: 'some', needs: ['law'] },
  REFUSE_SECURITY: { search: 'some', needs: [] },
  REFUSE_THIRD_PARTY: { search: 'some', needs: [], awaits: 'consultation' },
  REFUSE_INTERNAL: { search: 'some', needs: [] },
  REFUSE_PROCESS: { search: 'some', needs: [] },
  REFUSE_CASE_FILE: { search: 'some', needs: [] },
  REFER_SPECIAL_QUERY: { needs: ['law', 'elsewhere'] },
  NOT_EXIST: { search: 'none', needs: [] },
  NOT_OURS: { needs: ['responsibleAgency'] },
  NEEDS_PRODUCTION: { search: 'made', needs: [] },
  STILL_UNCLEAR: { needs: [], awaits: 'supplement' },
  PETITION_LIKE: { needs: ['elsewhere'] },
  REPEAT: { needs: ['earlier'] },
  PUBLICATION: { needs: ['obtainable'] },
  EXCESSIVE: { needs: [], awaits: 'statementOfReasons' },
  RECONFIRM: { needs: ['earlier'] },
  CLOSED_NO_SUPPLEMENT: { needs: [], awaits: 'supplement' },
  CLOSED_UNPAID: { needs: [], awaits: 'fee' },
  // 档案法 art. 15(2): the archives by name, and the days that show that the regular term of transfer is over.
  OTHER: { needs: ['elsewhere', 'archives'] },
} as const satisfies Record<ReplyTypeId, ReplyRule>

export const ruleOf = (decision: ReplyTypeId): ReplyRule => replyRules[decision]

/** The first thing that the reply cannot be without and that `content` does not have; undefined where all is there. */
export const missingNeed = (decision: ReplyTypeId, content: ReplyContent): ReplyNeed | undefined =>
  ruleOf(decision).needs.find(need => !isMet[need](content))

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''

/** What a part must name beside its ground: the law that forbids, or the document that classified it. */
const restsOn: Readonly<Partial<Record<RefusalGround, (part: WithheldPart) => boolean>>> = {
  REFUSE_LAW: ({ law }) => isSaid(law?.title) && isSaid(law?.article),
  REFUSE_STATE_SECRET: ({ secrecyReference }) => isSaid(secrecyReference),
}

const isMet: Readonly<Record<ReplyNeed, (content: ReplyContent) => boolean>> = {
  attachmentsOrInspection: ({ attachments, inspection }) => attachments.length > 0 || inspection !== undefined,
  published: ({ published = [] }) => published.length > 0 && published.every(one => isSaid(one.where)),
  withheld: ({ withheld = [] }) =>
    withheld.length > 0 &&
    withheld.every(part => isSaid(part.what) && isSaid(part.reason) && restsOn[part.ground]?.(part) !== false),
  law: ({ law }) => isSaid(law?.title) && isSaid(law?.article),
  secrecyReference: ({ secrecyReference }) => isSaid(secrecyReference),
  elsewhere: ({ elsewhere }) => isSaid(elsewhere?.name),
  // Art. 36(5): named where it can be determined, else why it cannot; a letter that says both contradicts itself.
  responsibleAgency: ({ elsewhere, elsewhereUnknown }) =>
    elsewhere ? isSaid(elsewhere.name) && elsewhereUnknown === undefined : isSaid(elsewhereUnknown),
  earlier: ({ earlier }) => isSaid(earlier?.letterNo),
  obtainable: ({ obtainable }) => isSaid(obtainable),
  archives: ({ archives }) => isSaid(archives?.formedOn) && isSaid(archives?.movedOn),
}

/** Where it does, places and results of the search are not told: they would say what the secret is about (7.2 R04). */
export const holdsSecret = (withheld: readonly WithheldPart[]): boolean =>
  withheld.some(({ ground }) => ground === 'REFUSE_STATE_SECRET')
