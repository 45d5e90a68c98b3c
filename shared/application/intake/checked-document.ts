import type { NamedAttachment } from './attachment-words'
import type { DocumentFinding, DocumentOutcome } from './findings'
import type { GuessField } from './read-row'
import type { Recognised } from './recognise'
import type { WrittenRelation } from './relation-words'

/** One line of the preview. It holds no text, so that a hundred thousand of them can be held. */
export interface CheckedDocument {
  readonly line: number
  /** Path or place of the file; '' for the row of a list. */
  readonly name: string
  readonly digest: string
  readonly shown: Recognised
  readonly indexNo?: string
  /** Anybody may read it once it is written. */
  readonly isPublic: boolean
  readonly guessed: readonly GuessField[]
  readonly offered: Recognised
  /** Characters (UTF-16). */
  readonly chars: number
  /** Missing where it names none. */
  readonly relations?: readonly WrittenRelation[]
  readonly attachments?: readonly NamedAttachment[]
  readonly outcome: DocumentOutcome
  readonly findings: readonly DocumentFinding[]
}

/** How another row of the same source is called: screens put it into words. */
export const lineName = ({ line }: Pick<CheckedDocument, 'line'>): string => `#${line}`
