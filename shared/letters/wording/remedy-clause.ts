import type { Agency } from '../../domain/agencies/office-facts'
import { remedyFor, type Remedy } from '../../domain/decisions/remedy'
import type { ReplyTypeId } from '../../domain/decisions/reply-types'

/**
 * The remedy clause of a reply (reference 3.3): what the law gives for this type is what is printed. So far the free
 * choice between reconsideration and litigation only. Throws for a reply that asks for reconsideration first (refusals
 * under Regulation arts. 14-16): its wording does not exist yet, and the other one would misinform the applicant.
 */
export function remedyClause(
  type: ReplyTypeId,
  { reconsiderationBody, court }: Pick<Agency, 'reconsiderationBody' | 'court'>,
): string {
  const remedy = remedyFor(type)
  const { reconsiderationFirst, litigationWithinMonths } = remedy
  if (reconsiderationFirst || !litigationWithinMonths) throw new Error(`no remedy clause for ${type}`)
  return (
    `如对本答复不服，可以自收到本答复书之日起${DAYS[remedy.reconsiderationWithinDays]}内，` +
    `向${reconsiderationBody.name}（地址：${reconsiderationBody.address}）申请行政复议；` +
    `也可以自收到本答复书之日起${MONTHS[litigationWithinMonths]}内，依法向${court.name}（地址：${court.address}）提起行政诉讼。`
  )
}

const DAYS: Readonly<Record<Remedy['reconsiderationWithinDays'], string>> = { 60: '六十日' }
const MONTHS: Readonly<Record<NonNullable<Remedy['litigationWithinMonths']>, string>> = { 6: '六个月' }
