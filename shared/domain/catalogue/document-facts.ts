import type { Brand } from '../../kernel/brand'
import type { AgencyId } from '../agencies/office-facts'
import type { CivilDate } from '../calendar/civil-date'
import type { SettledConflict } from '../settled-conflict'

export type DocumentId = Brand<string, 'DocumentId'>

/** 有效性. */
export type Validity = 'VALID' | 'PARTLY_AMENDED' | 'REPEALED' | 'EXPIRED' | 'UNKNOWN'

/** 公开属性: exactly one of three, fixed when a document is drafted (reference 8.5). */
export type DisclosureAttribute = 'PROACTIVE' | 'ON_REQUEST' | 'NOT_DISCLOSED'

/** What one document does to another: this one amends, repeals or interprets that one. */
export type RelationKind = 'amends' | 'repeals' | 'interprets'

/** Fields that tell nobody what a document says. They stand in clear, also where the document is not public. */
export interface DocumentFields {
  /** 索引号, as printed. Given once: it stays when anything else changes, and no other document ever takes it. */
  readonly indexNo: string
  readonly agencyId: AgencyId
  /** Code of a topic class (2 digits) or of one of its sub-classes (4). */
  readonly topicClass: string
  /** 体裁, in the office's own words. */
  readonly genre?: string
  /** 发布机构. */
  readonly publisher?: string
  /** 发文机关. */
  readonly issuer?: string
  /** 信息来源. */
  readonly source?: string
  /** 成文日期. */
  readonly documentDate?: CivilDate
  /** 形成日期, where it is another day than `documentDate`. */
  readonly formedOn?: CivilDate
  /** 变更日期: publication is due anew from it (art. 26). */
  readonly changedOn?: CivilDate
  /** 发布日期; missing while it is not published. */
  readonly publishedOn?: CivilDate
  /** 生效日期. */
  readonly validFrom?: CivilDate
  /** 失效日期. */
  readonly validTo?: CivilDate
  readonly validity: Validity
  readonly attribute: DisclosureAttribute
  /** Of an import. */
  readonly batchId?: string
}

/** What a document says. In `open` of a fact where the document is public after it, else in `personal`. */
export interface DocumentWords {
  readonly title: string
  /** 发文字号, as printed. */
  readonly docNo?: string
  /** 内容概述. */
  readonly abstract?: string
  readonly keywords?: readonly string[]
  /** 依据. */
  readonly legalBasis?: string
  /** Why it is not disclosed by the office itself: drafters give their reasons for it (reference 8.5). */
  readonly closedBecause?: string
}

/** Everything that is recorded of one document but its text, attachments and relations. */
export type DocumentDetails = DocumentFields & DocumentWords

/** Of a fact that a view keeps: the text lies once, in a place of its own, so that a fold never carries it. */
export interface TextLeftOut {
  readonly chars: number
}

export type WordsAndText = DocumentWords & {
  /** The body as plain text, at most `mostTextChars`. */
  readonly text?: string | TextLeftOut
}

/** Null takes a value away. */
type Changed<T> = { readonly [K in keyof T]?: T[K] | null }

/** All but the index number and the batch, which never change. */
export type ChangedFields = Changed<Omit<DocumentFields, 'indexNo' | 'batchId'>>
export type ChangedWords = Changed<WordsAndText>

/**
 * What a change found and replaces, by name; null where nothing was there. It stands where the same word may stand: in clear
 * only what anybody may read. A text is too long to be said twice: the act that brought it is named.
 */
export type ReplacedValues = Changed<Omit<DocumentDetails, 'indexNo' | 'batchId'>> & {
  readonly text?: { readonly chain: string; readonly seq: number } | null
}

/** A file that belongs to the document, sealed under its key and named by its digest. */
export interface AttachmentOpen {
  /** Hex SHA-256 of the plain bytes. */
  readonly digest: string
  readonly bytes: number
  readonly mime: string
  /** Hex SHA-256 of the sealed file: by this it is carried to where the act is known. */
  readonly sealed?: string
}

export interface Relation {
  readonly kind: RelationKind
  readonly to: DocumentId
}

export type DocumentFact =
  | {
      readonly type: 'document.catalogued@1'
      readonly open: DocumentFields & { readonly words?: WordsAndText }
      readonly personal?: { readonly words: WordsAndText }
    }
  /** Only what changes. A document that becomes public says all of its words again, in `open`. */
  | {
      readonly type: 'document.changed@1'
      readonly open: { readonly set?: ChangedFields; readonly words?: ChangedWords; readonly base?: ReplacedValues }
      readonly personal?: { readonly words?: ChangedWords; readonly base?: ReplacedValues }
    }
  | {
      readonly type: 'document.attached@1'
      readonly open: AttachmentOpen
      readonly personal: { readonly title: string }
    }
  | { readonly type: 'document.detached@1'; readonly open: Pick<AttachmentOpen, 'digest'> }
  | { readonly type: 'document.related@1'; readonly open: Relation }
  | { readonly type: 'document.unrelated@1'; readonly open: Relation }
  /** Taken out of the catalogue: catalogued in error, or an import that is undone. Its index number stays used. */
  | { readonly type: 'document.withdrawn@1'; readonly open: { readonly reason: string } }
  | { readonly type: 'document.restored@1'; readonly open: Readonly<Record<string, never>> }
  /** What two machines did without knowing of each other was looked at, and stays as it is now. Names the later act. */
  | {
      readonly type: 'document.conflictSettled@1'
      readonly open: SettledConflict
      readonly personal: { readonly reason: string }
    }

export type DocumentFactType = DocumentFact['type']

/** Characters (UTF-16 units) of one text; a longer one is cut by whoever reads it in, and says so. */
export const mostTextChars = 400_000
