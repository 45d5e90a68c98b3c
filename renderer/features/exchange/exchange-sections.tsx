import type { ReactNode } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { AttentionSection } from './attention-section'
import { ChainsSection } from './chains-section'
import { ConflictsSection } from './conflicts-section'
import { HeadquartersSection } from './headquarters-section'
import { MachinesSection } from './machines/machines-section'
import { MovementsSection } from './movements-section'
import { StandingSection } from './standing-section'
import { TwiceSection } from './twice-section'
import type { SeenExchange } from './use-exchange'

export interface SectionProps {
  readonly desk: Desk
  readonly seen: SeenExchange
  readonly onOpen: (requestId: RequestId) => void
}

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
  { id: 'conflicts', Section: ConflictsSection },
  { id: 'twice', Section: TwiceSection },
  { id: 'chains', Section: ChainsSection },
  { id: 'movements', Section: MovementsSection },
  { id: 'machines', Section: MachinesSection },
  { id: 'headquarters', Section: HeadquartersSection },
]
