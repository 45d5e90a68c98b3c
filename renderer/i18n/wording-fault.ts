import type { WordingFault } from '#shared/domain/wording/wording-rules'
import type { Translate } from './message'

/** Why a text cannot stand at its place of a letter, and what to do about it. */
export function wordingFaultSentence(fault: WordingFault, t: Translate): string {
  switch (fault.kind) {
    case 'textMissing':
      return t('wording.fault.textMissing')
    case 'textTooLong':
      return t('wording.fault.textTooLong', { allowed: fault.allowed })
    case 'characterNotAllowed':
      return t('wording.fault.characterNotAllowed', { codePoint: fault.codePoint })
    case 'placeMissing':
      return t('wording.fault.placeMissing', { place: inBraces(fault.place) })
    case 'placeTwice':
      return t('wording.fault.placeTwice', { place: inBraces(fault.place) })
    case 'placeUnknown':
      return t('wording.fault.placeUnknown', { place: inBraces(fault.place) })
    case 'braceAlone':
      return t('wording.fault.braceAlone')
    case 'articleNotOfLetter':
      return t('wording.fault.articleNotOfLetter', { article: fault.article })
    case 'lawNotOfLetter':
      return t('wording.fault.lawNotOfLetter', { law: fault.law })
    case 'identityNumber':
      return t('wording.fault.identityNumber')
    case 'saysElement':
      return t(`wording.fault.says.${fault.of}`, { words: fault.words })
  }
}

/** As it is typed; a sentence of ours takes braces for places of its own. */
export const inBraces = (place: string): string => `{${place}}`
