import type { LetterKind, LetterModel } from '#shared/letters/letter-model'
import { day, sampleLetters } from './sample-letters'

/** Letters in which every element has something to say; no real proof of service was both taken and refused. */
export const wholeLetters: { readonly [K in LetterKind]: LetterModel } = {
  ...sampleLetters,
  S01: {
    ...sampleLetters.S01,
    received: { by: '张㛃䶮', as: 'applicant', on: day('2026-10-14') },
    refused: { reason: '认为答复不当', witness: '何立群', on: day('2026-10-14') },
  },
}
