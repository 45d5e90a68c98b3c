import type { Brand } from '../../kernel/brand'
import type { AgencyId } from '../agencies/office-facts'
import type { CivilDate } from '../calendar/civil-date'
import { topicGroups } from '../catalogue/topic-classes'
import type { IdentityDocument } from '../requests/applicant-details'
import type { SettledConflict } from '../settled-conflict'

/** 现场查阅 (reference 1): one stay of one visitor in the reading room. */
export type VisitId = Brand<string, 'VisitId'>

/** Public documents, or 查档: archives have rules and a register of their own, so the two are told apart at the door. */
export type VisitAim = 'reading' | 'archives'
export const archivesKinds = ['marriage', 'employment', 'land', 'other'] as const
export type ArchivesKind = (typeof archivesKinds)[number]

/** Codes of the catalogue's topic classes, `01` to `22`: what people come for, counted without saying who came. */
export const visitTopics: readonly string[] = topicGroups().map(({ code }) => code)

/** Who the visitor is. Sealed under the visit's own key. */
export interface VisitorDetails {
  readonly name: string
  readonly document?: IdentityDocument
  readonly phone?: string
}

/** Whose rules the item falls under: copies of what is not public, and archives at all, need somebody identified. */
export const itemKinds = ['public', 'onRequest', 'archives'] as const
export type ItemKind = (typeof itemKinds)[number]

export const itemStates = ['whole', 'damaged', 'incomplete'] as const
export type ItemState = (typeof itemStates)[number]

export const copyWays = ['copied', 'printed', 'electronic'] as const
export type CopyWay = (typeof copyWays)[number]

/** 必要的帮助 for people with difficulty in reading, seeing or hearing (Regulation art. 43). */
export const helpKinds = ['readAloud', 'largePrint', 'wroteFor', 'signed', 'guided', 'other'] as const
export type HelpKind = (typeof helpKinds)[number]

export const visitResults = ['found', 'partly', 'notFound', 'toldToApply', 'referred', 'waiting'] as const
export type VisitResult = (typeof visitResults)[number]

/** In which capacity somebody asks for an archive. */
export const archivesRelations = ['self', 'kin', 'agent', 'lawyer', 'unit', 'judicial'] as const
export type ArchivesRelation = (typeof archivesRelations)[number]
export const archivesProofs = [
  ...(['kinship', 'consent', 'authorisation', 'principalId', 'lawyerLicence'] as const),
  ...(['firmLetter', 'introduction', 'officialId'] as const),
] as const
export type ArchivesProof = (typeof archivesProofs)[number]
export const archivesDecisions = ['show', 'showPart', 'refuse', 'notHeld', 'refer'] as const
export type ArchivesDecision = (typeof archivesDecisions)[number]

export type VisitPaper = 'S03' | 'archivesCertificate'

/** What a correction puts in the place of what was written; the earlier act stays in the ledger. */
export interface VisitCorrectedOpen {
  readonly topic?: string
  readonly item?: {
    readonly itemNo: number
    readonly kind?: ItemKind
    /** Null: it has none. */
    readonly indexNo?: string | null
    /** It was never handed out. */
    readonly isCancelled?: true
    /** It was written down as returned and is still out. */
    readonly isOut?: true
  }
  readonly copies?: { readonly copyNo: number; readonly pages: number }
  /** Signed out by mistake: the visitor is still in the room. */
  readonly stillHere?: true
}

export interface VisitCorrectedPersonal {
  readonly reason: string
  readonly visitor?: VisitorDetails
  readonly seeks?: string
  readonly itemTitle?: string
}

export type VisitFact =
  | {
      readonly type: 'visit.signedIn@1'
      readonly open: {
        readonly aim: VisitAim
        readonly topic?: string
        /** Of 查档, and only of it. */
        readonly archivesKind?: ArchivesKind
        /** The identity document was looked at. */
        readonly originalSeen?: true
      }
      /** Missing visitor: nobody is asked who they are for public documents. `seeks` may be empty there. */
      readonly personal: { readonly visitor?: VisitorDetails; readonly seeks: string }
    }
  /** Who came unnamed has shown a document: copies of what is not public, or an archive, are wanted. */
  | {
      readonly type: 'visit.identified@1'
      readonly open: { readonly originalSeen: true }
      readonly personal: { readonly visitor: VisitorDetails }
    }
  | {
      readonly type: 'visit.itemGiven@1'
      readonly open: {
        /** 1, 2, 3 ... of this visit. */
        readonly itemNo: number
        readonly kind: ItemKind
        /** Of the catalogue. */
        readonly indexNo?: string
      }
      /** Sealed: the title of an archive may name a person. */
      readonly personal: { readonly title: string }
    }
  | {
      readonly type: 'visit.itemReturned@1'
      readonly open: { readonly itemNo: number; readonly state: ItemState }
      readonly personal?: { readonly note: string }
    }
  | {
      readonly type: 'visit.copiesMade@1'
      readonly open: {
        readonly copyNo: number
        readonly way: CopyWay
        readonly of: ItemKind
        readonly pages: number
        readonly itemNo?: number
      }
    }
  | {
      readonly type: 'visit.helpGiven@1'
      readonly open: { readonly helps: readonly HelpKind[] }
      readonly personal?: { readonly note: string }
    }
  | {
      readonly type: 'visit.signedOut@1'
      readonly open: {
        readonly result: VisitResult
        /** Written down on a later day: the day on which the visitor left. */
        readonly leftOn?: CivilDate
      }
      readonly personal?: { readonly note: string }
    }
  | {
      readonly type: 'visit.corrected@1'
      readonly open: VisitCorrectedOpen
      readonly personal: VisitCorrectedPersonal
      /** Which act (`chain/seq`) had set each value that is replaced, as the writer saw it; missing in older acts. */
      readonly base?: Readonly<Record<string, string>>
    }
  /** 查档申请: what is asked for, and by which right. */
  | {
      readonly type: 'visit.archivesAsked@1'
      readonly open: {
        readonly askNo: number
        readonly kind: ArchivesKind
        readonly relation: ArchivesRelation
        /** 已开放 or not yet: closed archives need the consent of the archive (档案法实施条例 art. 34). */
        readonly isOpenToPublic: boolean
        readonly proofs: readonly ArchivesProof[]
      }
      readonly personal: {
        /** Whose archive it is. */
        readonly about: string
        readonly what: string
        readonly purpose: string
        /** Numbers and dates of the proofs, as seen. */
        readonly proofWords: string
      }
    }
  | {
      readonly type: 'visit.archivesDecided@1'
      readonly open: { readonly askNo: number; readonly decision: ArchivesDecision }
      /** 档号 and title of each piece that is shown, and why it is shown or not. */
      readonly personal: { readonly shown: readonly string[]; readonly reason: string }
    }
  /** 档案证明: number and day are one act, as with a letter. */
  | {
      readonly type: 'visit.certified@1'
      readonly open: {
        readonly askNo: number
        readonly certificateNo: string
        readonly agencyId: AgencyId
        readonly certifiedOn: CivilDate
        /** Of the copy that is attached; 0 where the certificate itself says what the archive says. */
        readonly pages: number
      }
      readonly personal: {
        readonly archivalCode: string
        readonly content: string
        readonly usedFor: string
      }
    }
  | {
      readonly type: 'visit.paperProduced@1'
      readonly open: {
        readonly paper: VisitPaper
        /** Which of the certificates. */
        readonly certificateNo?: string
        readonly how: 'printed' | 'saved'
        /** Hex SHA-256 of the PDF. */
        readonly digest: string
        readonly pages: number
        /** Code points (`U+212E4`) for which a cell was left to be written in by hand. */
        readonly gaps?: readonly string[]
      }
    }
  | { readonly type: 'visit.revealed@1'; readonly open: { readonly what: 'visitor' } }
  /** An act that had no effect, because of what another machine had done, was looked at: it stays without. */
  | {
      readonly type: 'visit.conflictSettled@1'
      readonly open: SettledConflict
      readonly personal: { readonly reason: string }
    }
