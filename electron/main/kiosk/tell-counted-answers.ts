import { officeSubject } from '#shared/ledger/subject'
import type { Workstation } from '../workstation/workstation'
import type { CountedAnswers } from './counted-answers'

/**
 * Whole days of answers become acts of whoever is signed in: a number a day, and no visitor. Where the act was written
 * and its count not yet forgotten, the authority knows the count again and refuses it, and it is forgotten then.
 */
export function tellCountedAnswers(
  answers: CountedAnswers,
  workstation: Pick<Workstation, 'isOpen' | 'session' | 'append' | 'options' | 'clockDoubt'>,
): void {
  if (!workstation.isOpen || workstation.clockDoubt()) return
  for (const { countId, on, satisfied, fair, dissatisfied } of answers.before(workstation.options.clock.today())) {
    const told = workstation.append({
      subject: officeSubject,
      role: workstation.session()?.posts[0] ?? 'clerk',
      facts: [{ type: 'kiosk.answered@1', open: { countId, on, satisfied, fair, dissatisfied } }],
    })
    const isKnown = !told.ok && told.problem.kind === 'refused' && told.problem.why.kind === 'answersAlreadyCounted'
    if (!told.ok && !isKnown) return
    answers.forget(countId)
  }
}
