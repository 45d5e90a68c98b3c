import { pathSteps, stepOf, type PathStep } from '#shared/application/requests/reply-path'
import { civilDateAt, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { DecisionType } from '#shared/domain/requests/request-facts'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { searchInHand } from '#shared/domain/requests/search-in-hand'
import type { Translator } from '../../i18n/translator'
import type { NameOf } from '../../case-parts/use-staff-names'

export interface PathSeen {
  readonly request: DisclosureRequest
  readonly decision: DecisionType | null
  /** The question that lies open. */
  readonly step: PathStep
  readonly nameOf: NameOf
  readonly today: CivilDate
}

export interface StepWords {
  readonly step: PathStep
  /** From 1. */
  readonly at: number
  readonly answer: string
  /** What the record says to the question; null where it says nothing. */
  readonly evidence: string | null
  readonly state: 'passed' | 'decided' | 'waiting'
}

/** Each question with what answers it: the decision, what is recorded, or that the path went on. */
export function stepWords(seen: PathSeen, translator: Translator): readonly StepWords[] {
  const { decision } = seen
  const { t } = translator
  const reached = pathSteps.indexOf(decision ? stepOf(decision) : seen.step)
  return pathSteps.map((step, index) => {
    const at = index + 1
    const evidence = evidenceOf(step, seen, translator)
    if (decision && index === reached)
      return {
        step,
        at,
        evidence,
        state: 'decided',
        answer: t('decide.path.answer', { decision: decisionWord(decision, t) }),
      }
    if (index >= reached || step === 'way')
      return { step, at, evidence, state: 'waiting', answer: evidence ?? t('decide.path.waiting') }
    return { step, at, evidence, state: 'passed', answer: passedWords(step, evidence, t) }
  })
}

type T = Translator['t']

const decisionWord = (decision: DecisionType, t: T): string => t(`refusal.decision.${decision}`)

function passedWords(step: Exclude<PathStep, 'way'>, evidence: string | null, t: T): string {
  const answer = t(`decide.path.passed.${step}`)
  if (step === 'held') return evidence ?? answer
  return evidence ? t('decide.path.passedWith', { answer, evidence }) : answer
}

/** What the record says to a question; null where it says nothing. */
function evidenceOf(step: PathStep, { request, nameOf, today }: PathSeen, { t, format }: Translator): string | null {
  if (step === 'held') {
    const search = searchInHand(request)
    if (!search) return t('decide.path.unsearched')
    const day = format.dayNear(search.searchedOn, today)
    return search.found > 0 ? t('decide.path.found', { n: search.found, day }) : t('decide.path.foundNone', { day })
  }
  const { examined, withinRemit, status } = request
  if (!examined || status === 'registered' || (step !== 'supplement' && step !== 'remit')) return null
  const by = { who: nameOf(examined.actor), day: format.dayNear(civilDateAt(examined.at), today) }
  const isForeign = step === 'remit' && withinRemit === false
  return t(isForeign ? 'decide.path.examinedNotOurs' : 'decide.path.examined', by)
}
