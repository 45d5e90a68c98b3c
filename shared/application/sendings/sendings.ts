import type { Problem } from '../../contracts/problems'
import type { WorkingCalendar } from '../../domain/calendar/working-calendar'
import type { LawPack } from '../../domain/decisions/law-pack'
import type { Post } from '../../domain/people/person-facts'
import type { Result } from '../../kernel/result'
import type { OpenedSource } from '../intake/ports'

/** What headquarters sent, and what the office says to it. Each resolves when the act is on the disk and in the view. */
export interface Sendings {
  /** From then on the office counts by the calendar, or its letters follow the law pack. */
  accept(sendingId: string, role: Post): Promise<Result<void, Problem>>
  decline(sendingId: string, reason: string, role: Post): Promise<Result<void, Problem>>
  /** Whoever is signed in has read the notice. */
  read(sendingId: string, role: Post): Promise<Result<void, Problem>>
  /** Documents that were sent, as a source of the import into the catalogue. */
  openDocuments(sendingId: string): Promise<Result<OpenedSource, Problem>>
}

/** By what the office counts and tells remedies now: what the program brought, and what was accepted. */
export interface RulesInForce {
  readonly calendar: WorkingCalendar
  readonly lawPacks: readonly LawPack[]
}
