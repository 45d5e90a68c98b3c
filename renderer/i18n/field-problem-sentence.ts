import type { PaperProblem } from '#shared/application/desk'
import type { CreditCodeProblem } from '#shared/domain/identity/credit-code'
import type { FieldProblem, FieldProblemKind } from './field-problem-kinds'
import type { Translator } from './translator'
import { paperElementMessages } from './zh-cn/field-problems'

/** `what` is the label of the field, as 姓名. */
export function fieldProblemSentence(problem: FieldProblem, what: string, translator: Translator): string {
  const sentence = sentences[problem.kind] as (problem: FieldProblem, what: string, translator: Translator) => string
  return sentence(problem, what, translator)
}

type Sentences = {
  readonly [K in FieldProblemKind]: (
    problem: Extract<FieldProblem, { kind: K }>,
    what: string,
    translator: Translator,
  ) => string
}

const sentences: Sentences = {
  empty: (_problem, what, { t }) => t('fieldProblem.empty', { what }),
  tooLong: ({ allowed, characters }, what, { t }) => t('fieldProblem.tooLong', { what, allowed, characters }),
  characterNotAllowed: ({ at, character, codePoint }, what, { t }) =>
    t('fieldProblem.characterNotAllowed', { what, at, codePoint, character: visible(character) }),
  phoneNotRecognised: (_problem, _what, { t }) => t('fieldProblem.phoneNotRecognised'),
  emailNotRecognised: (_problem, _what, { t }) => t('fieldProblem.emailNotRecognised'),
  length: ({ found, expected }, what, { t }) =>
    found === 0 ? t('fieldProblem.empty', { what }) : t('fieldProblem.length', { found, expected }),
  characters: ({ at, character }, _what, { t }) => t('fieldProblem.characters', { at, character: visible(character) }),
  region: ({ region }, _what, { t }) => t('fieldProblem.region', { region }),
  birthDate: ({ digits }, _what, { t }) => t('fieldProblem.birthDate', { digits }),
  birthRange: ({ bornOn, earliest, latest }, _what, { t, format }) =>
    t('fieldProblem.birthRange', {
      bornOn: format.fullDay(bornOn),
      earliest: format.fullDay(earliest),
      latest: format.fullDay(latest),
    }),
  checkDigit: ({ found, expected }, _what, { t }) => t('fieldProblem.checkDigit', { found, expected }),
  originalNotSeen: (_problem, _what, { t }) => t('fieldProblem.originalNotSeen'),
  agencyNotChosen: (_problem, _what, { t }) => t('fieldProblem.agencyNotChosen'),
  receivedInFuture: ({ today }, what, { t, format }) =>
    t('fieldProblem.receivedInFuture', { what, today: format.fullDay(today) }),
  dateMissing: (_problem, what, { t }) => t('fieldProblem.dateMissing', { what }),
  creditCode: ({ why }, what, { t }) => creditCodeSentence(why, what, t),
  documentNumber: ({ document }, _what, { t }) =>
    t('fieldProblem.documentNumber', { pattern: t(`idPattern.${document}`) }),
  permitRegion: ({ region }, _what, { t }) => t('fieldProblem.permitRegion', { region }),
  countryMissing: (_problem, _what, { t }) => t('fieldProblem.countryMissing'),
  countryUnknown: ({ country }, _what, { t }) => t('fieldProblem.countryUnknown', { country }),
  confirmedBeforeArrival: ({ arrivedOn }, _what, { t, format }) =>
    t('fieldProblem.confirmedBeforeArrival', { arrivedOn: format.fullDay(arrivedOn) }),
  notReadBack: (_problem, _what, { t }) => t('fieldProblem.notReadBack'),
}

function creditCodeSentence(why: CreditCodeProblem, what: string, t: Translator['t']): string {
  switch (why.kind) {
    case 'length':
      return why.found === 0
        ? t('fieldProblem.empty', { what })
        : t('creditCodeProblem.length', { found: why.found, expected: why.expected })
    case 'characters':
      return t('creditCodeProblem.characters', { at: why.at, character: visible(why.character) })
    case 'registrar':
      return t('creditCodeProblem.registrar', { registrar: why.registrar })
    case 'checkDigit':
      return t('creditCodeProblem.checkDigit', { found: why.found, expected: why.expected })
  }
}

/** Why a paper was not made. */
export function paperProblemSentence(problem: PaperProblem, { t, format }: Translator): string {
  switch (problem.kind) {
    case 'elementMissing':
      return t('paperProblem.elementMissing', { element: elementName(problem.element, t) })
    case 'characterMissing':
      return t('paperProblem.characterMissing', {
        character: visible(problem.character),
        codePoint: problem.codePoint,
      })
    case 'lawPackMissing':
      return t('paperProblem.lawPackMissing', { on: format.fullDay(problem.on) })
    case 'paperFailed':
      return t('paperProblem.paperFailed', { why: problem.why })
  }
}

function elementName(id: string, t: Translator['t']): string {
  const key = `paperElement.${id}`
  const isNamed = (text: string): text is Exclude<keyof typeof paperElementMessages, 'paperElement.other'> =>
    Object.hasOwn(paperElementMessages, text)
  return isNamed(key) ? t(key) : t('paperElement.other', { id })
}

/** A control character would vanish from the sentence or turn it round; its code point stands beside it anyway. */
const visible = (character: string): string => (/^[\p{C}\p{Z}]$/u.test(character) ? '□' : character)
