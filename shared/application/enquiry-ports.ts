import type { Enquiry } from '../domain/enquiries/enquiry'
import type { EnquiryFact, EnquiryId } from '../domain/enquiries/enquiry-facts'
import type { Post } from '../domain/people/person-facts'
import type { Result } from '../kernel/result'
import type { Problem } from '../contracts/problems'
import type { FoldMarks, Watch } from './ports'

export interface EnquiryRecord extends FoldMarks {
  readonly enquiryId: EnquiryId
  readonly enquiry: Enquiry
}

/** Questions put to the catalogue: what was answered from it, and what was looked for and not found. */
export interface Enquiries {
  /** Newest first. */
  readonly watchAll: Watch<readonly EnquiryRecord[]>
  /** Resolves when the act is on the disk and in the view. */
  write(role: Post, enquiryId: EnquiryId, facts: readonly EnquiryFact[]): Promise<Result<void, Problem>>
}
