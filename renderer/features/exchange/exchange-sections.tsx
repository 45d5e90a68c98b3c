import type { ReactNode } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import type { RequestId } from '#shared/domain/requests/request-facts'
import type { VisitId } from '#shared/domain/visits/visit-facts'
import { AttentionSection } from './attention-section'
import { ChainsSection } from './chains-section'
import { ClocksSection } from './clocks-section'
import { ConflictsSection } from './conflicts-section'
import { ContradictedSection } from './contradicted-section'
import { DocumentConflictsSection } from './document-conflicts-section'
import { HeadquartersSection } from './headquarters-section'
import { MachinesSection } from './machines/machines-section'
import { MovementsSection } from './movements-section'
import { StandingSection } from './standing-section'
import { TwiceSection } from './twice-section'
import type { SeenExchange } from './use-exchange'
import { VisitConflictsSection } from './visit-conflicts-section'

export interface SectionProps {
  readonly desk: Desk
  readonly seen: SeenExchange
  readonly onOpen: (what: RecordAt) => void
}

/** A record with a page of its own. */
export type RecordAt =
  | { readonly kind: 'request'; readonly id: RequestId }
  | { readonly kind: 'document'; readonly id: DocumentId }
  | { readonly kind: 'visit'; readonly id: VisitId }

/**
 * What stands on the page, from top to bottom. A section is a file of its own and one line here; it draws nothing (null)
 * where it has nothing to say.
 */
export const exchangeSections: readonly {
  readonly id: string
  readonly Section: (props: SectionProps) => ReactNode
}[] = [
  { id: 'standing', Section: StandingSection },
  { id: 'attention', Section: AttentionSection },
  { id: 'contradicted', Section: ContradictedSection },
  { id: 'clocks', Section: ClocksSection },
  { id: 'conflicts', Section: ConflictsSection },
  { id: 'document-conflicts', Section: DocumentConflictsSection },
  { id: 'visit-conflicts', Section: VisitConflictsSection },
  { id: 'twice', Section: TwiceSection },
  { id: 'chains', Section: ChainsSection },
  { id: 'movements', Section: MovementsSection },
  { id: 'machines', Section: MachinesSection },
  { id: 'headquarters', Section: HeadquartersSection },
]
