import { evidenceOf, needsConfirmation, receiptRules, type ReceiptRule } from './date-of-receipt'
import { isLeftOpen } from './corrected-request'
import type { ArrivalEvidence } from './request-facts'
import type { DisclosureRequest, FactOf } from './request-state'

export type CorrectionProblem =
  | { readonly kind: 'correctionEmpty' }
  | { readonly kind: 'receiptRuleDiffers'; readonly rule: ReceiptRule['startsOn'] }
  /** The date of this channel rests on it (art. 31; reference 13). */
  | { readonly kind: 'arrivalEvidenceMissing'; readonly what: keyof ArrivalEvidence }
  /** The number of applicants is counted in the open part, and is that of the list. */
  | { readonly kind: 'applicantsDiffer' }

/** What a correction has to hold together; who may write it and in which status is asked elsewhere. */
export function correctionProblem(
  request: DisclosureRequest,
  fact: FactOf<'request.corrected@1'>,
): CorrectionProblem | undefined {
  if (fact.personal && isNothing(request, fact)) return { kind: 'correctionEmpty' }
  return (
    dayProblem(request, fact.open) ?? arrivalProblem(request, fact.open) ?? evidenceProblem(fact) ?? countProblem(fact)
  )
}

function isNothing(
  { channel, applicantType, arrivedOn }: DisclosureRequest,
  { open, personal }: FactOf<'request.corrected@1'>,
): boolean {
  const { applicants: _counted, originalSeen: _seen, ...said } = open
  const { reason: _why, arrival: _proof, ...data } = personal ?? {}
  const isSame = {
    channel: said.channel === channel,
    applicantType: said.applicantType === applicantType,
    arrivedOn: said.arrivedOn === arrivedOn,
  }
  return Object.entries({ ...said, ...data }).every(
    ([name, value]) => value === undefined || isSame[name as keyof typeof isSame],
  )
}

/**
 * Art. 31 judged again. A day stays only under the same rule: where the new channel counts from something else, the
 * correction names the day of that; what has to be confirmed and was not may be left open, and then nobody has received it.
 */
function dayProblem(
  { channel: before, receivedOn: known }: DisclosureRequest,
  open: FactOf<'request.corrected@1'>['open'],
): CorrectionProblem | undefined {
  const { channel = before, receivedOn } = open
  const { startsOn } = receiptRules[channel]
  const isSaid = receivedOn !== undefined
  const isRight =
    startsOn === receiptRules[before].startsOn
      ? // While it waits for its confirmation there is nothing to mend and nothing to invent: that is an act of its own.
        !isSaid || known !== undefined
      : isSaid || isLeftOpen(before, open)
  return isRight ? undefined : { kind: 'receiptRuleDiffers', rule: startsOn }
}

/** Only where both sides confirm does the arrival have a day of its own; elsewhere the day of receipt is corrected. */
function arrivalProblem(
  { channel: before }: DisclosureRequest,
  { channel = before, arrivedOn }: FactOf<'request.corrected@1'>['open'],
): CorrectionProblem | undefined {
  if (arrivedOn === undefined || needsConfirmation(channel)) return undefined
  return { kind: 'receiptRuleDiffers', rule: receiptRules[channel].startsOn }
}

function evidenceProblem({ open, personal }: FactOf<'request.corrected@1'>): CorrectionProblem | undefined {
  const what = open.channel && personal && missingEvidence(open.channel, personal.arrival)
  return what && { kind: 'arrivalEvidenceMissing', what }
}

function missingEvidence(
  channel: DisclosureRequest['channel'],
  arrival: ArrivalEvidence = {},
): keyof ArrivalEvidence | undefined {
  const asked = evidenceOf[channel]
  return (Object.keys(asked) as (keyof ArrivalEvidence)[]).find(
    what => asked[what] === 'must' && !arrival[what]?.trim(),
  )
}

function countProblem({ open, personal }: FactOf<'request.corrected@1'>): CorrectionProblem | undefined {
  if (!personal) return undefined
  const listed = personal.otherApplicants && personal.otherApplicants.length + 1
  return listed === open.applicants ? undefined : { kind: 'applicantsDiffer' }
}
