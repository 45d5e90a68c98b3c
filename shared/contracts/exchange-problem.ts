import { z } from './zod'

/** Why this machine could not be enrolled at headquarters, or headquarters not be spoken to. */
export const exchangeProblem = z.object({
  kind: z.literal('enrolmentFailed'),
  why: z.enum([
    'addressWrong',
    /** Nobody answers, or not in time. */
    'away',
    /** Somebody answers who is not whom the certificate names. */
    'certificate',
    /** Somebody answers, but not as headquarters does. */
    'notHeadquarters',
    'busy',
    'tooOften',
    /** By the check digit: no try was spent. */
    'codeMistyped',
    /** Wrong, used, outdated or tried too often: headquarters tells nobody which. */
    'codeRefused',
    'notSigned',
    'otherOffice',
    'chainKnown',
    'openingRefused',
    /** The answer is of another machine or office, or its receipt is not of the acts that stand here. */
    'answerNotOurs',
    /** The key that signed is not the one that was pinned. */
    'otherKey',
    'fileUnreadable',
    /** There is no key to confirm, or it is another one than was shown. */
    'nothingToConfirm',
    'notEnrolled',
  ]),
})
export type EnrolmentFailure = z.infer<typeof exchangeProblem>['why']
