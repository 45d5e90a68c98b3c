import { dueDay, type DueDay } from '../clocks/due-day'
import { statutoryTerms } from '../clocks/statutory-terms'
import { isCountable } from '../calendar/civil-date'
import type { WorkingCalendar } from '../calendar/working-calendar'
import type { DocumentDetails } from './document-facts'

type Dated = Pick<DocumentDetails, 'attribute' | 'documentDate' | 'formedOn' | 'changedOn' | 'publishedOn'>

/** The day from which publication is due: the latest of formation and change (art. 26). Undefined where none is known. */
export function publicationStartedOn({ documentDate, formedOn = documentDate, changedOn }: Dated) {
  if (formedOn === undefined || changedOn === undefined) return changedOn ?? formedOn
  return changedOn > formedOn ? changedOn : formedOn
}

/**
 * Last day on which what the office discloses itself is to be published: 20 working days from its formation or change
 * (art. 26). Undefined where it is published, or no day to count from is known, or it is not the office's to publish.
 */
export function publicationDue(document: Dated, calendar: WorkingCalendar): DueDay | undefined {
  const startedOn = publicationStartedOn(document)
  const { attribute, publishedOn } = document
  if (attribute !== 'PROACTIVE' || startedOn === undefined) return undefined
  // Published before a change: due anew since the change.
  if (publishedOn !== undefined && publishedOn >= startedOn) return undefined
  if (!isCountable(startedOn)) return undefined
  return dueDay({ startedOn, workingDays: statutoryTerms.proactivePublication.workingDays, pauses: [] }, calendar)
}
