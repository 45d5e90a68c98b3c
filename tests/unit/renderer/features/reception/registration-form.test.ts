import { describe, expect, it } from 'vitest'
import { checkRegistration } from '#shared/application/reception/registration'
import { emptyRegistration, type RegistrationForm } from '#shared/application/reception/registration-form'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import { ruleWords } from '../../../../../renderer/features/reception/due-sheet'
import { groupedIdNumber, idNumberAfterTyping } from '../../../../../renderer/features/reception/id-number-text'
import { fieldLabel, fieldsInOrder } from '../../../../../renderer/features/reception/field-words'
import { shownProblem } from '../../../../../renderer/features/reception/shown-problems'
import { inAgency, standstillOf } from '../../../../../renderer/features/reception/use-registration'
import { fieldProblemSentence, paperProblemSentence } from '../../../../../renderer/i18n/field-problem-sentence'
import { translatorFor } from '../../../../../renderer/i18n/translator'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import { countyGovernment } from '../../../../support/fake-desk/fake-office'
import { day, published } from '../../../shared/domain/published-calendars'

const today = day('2026-10-13')
const chinese = translatorFor('zh-CN')
const empty = emptyRegistration(today, '0b7c2c1e-3d1c-4c53-9a4e-6f1f2f7c9a01' as RegistrationForm['agencyId'])

describe('the agency of the form', () => {
  const [water, land] = ['a', 'b'].map(id => ({ ...countyGovernment, agencyId: id as RegistrationForm['agencyId'] }))
  const several = [water, land] as Parameters<typeof inAgency>[1]
  const untouched = emptyRegistration(today, '')

  it('is not asked for where there is one, and stands ready where the office set one of several', () => {
    expect(inAgency(untouched, several.slice(0, 1)).agencyId).toBe('a')
    expect(inAgency(untouched, several, 'b' as AgencyId).agencyId).toBe('b')
    expect(inAgency(untouched, several).agencyId).toBe('')
  })

  it('is the one that was chosen, and never one that is no agency of the office', () => {
    expect(inAgency({ ...untouched, agencyId: 'a' as AgencyId }, several, 'b' as AgencyId).agencyId).toBe('a')
    expect(inAgency(untouched, several, 'c' as AgencyId).agencyId).toBe('')
  })
})

describe('the identity number', () => {
  it('is shown in groups as it grows', () => {
    let shown = ''
    for (const key of '11010119000101001x') shown = idNumberAfterTyping(shown, shown + key)
    expect(shown).toBe('110101 19000101 001X')
  })

  it('is left as typed where it is corrected in the middle, and grouped when left', () => {
    expect(idNumberAfterTyping('110101 19000101', '110101 1900011')).toBe('110101 1900011')
    expect(groupedIdNumber('1101011900 0101００14')).toBe('110101 19000101 0014')
  })
})

describe('what is told', () => {
  const shown = (part: Partial<RegistrationForm>, progress = { left: new Set<never>(), tried: false }) => {
    const form = { ...empty, ...part }
    const { problems } = checkRegistration(form, today)
    return {
      missing: fieldsInOrder(problems, form),
      of: (field: 'idNumber' | 'phone') => shownProblem(field, { form, problems }, progress),
    }
  }

  it('names what is missing in the order of the screen', () => {
    expect(shown({ route: 'email' }).missing).toEqual([
      'name',
      'idNumber',
      'phone',
      'originalSeen',
      'description',
      'email',
    ])
  })

  it('names the fields of everybody else by whom they belong to', () => {
    const form = { ...empty, agentAs: 'guardian', others: [empty, empty], applicantType: 'commercial' } as const
    const labels = (['name', 'agent.name', 'others.1.idNumber', 'acting.phone'] as const).map(field =>
      fieldLabel(field, form, chinese.t),
    )
    expect(labels).toEqual(['单位全称', '监护人姓名', '申请人 3 证件号码', '经办人联系电话'])
  })

  it('scolds no empty field before somebody tries to register', () => {
    expect(shown({}).of('phone')).toBeUndefined()
    expect(shown({}, { left: new Set(), tried: true }).of('phone')).toEqual({ kind: 'empty' })
  })

  it('tells a wrong field when it is left, an identity number as soon as it is whole', () => {
    expect(shown({ phone: '123' }).of('phone')).toBeUndefined()
    expect(shown({ phone: '123' }, { left: new Set(['phone' as never]), tried: false }).of('phone')).toBeDefined()
    expect(shown({ idNumber: '110101 19000101 001' }).of('idNumber')).toBeUndefined()
    expect(shown({ idNumber: '110101 19000101 0010' }).of('idNumber')).toEqual({
      kind: 'checkDigit',
      found: '0',
      expected: '4',
    })
  })
})

describe('sentences', () => {
  it('name the check digit that the number calls for', () => {
    expect(fieldProblemSentence({ kind: 'checkDigit', found: '0', expected: '4' }, '身份证号码', chinese)).toBe(
      '末位校验不符：按前 17 位应为 4，现在是 0。请核对原件后重输。',
    )
  })

  it('ask for an empty number instead of counting it', () => {
    expect(fieldProblemSentence({ kind: 'length', found: 0, expected: 18 }, '身份证号码', chinese)).toBe(
      '请填写身份证号码。',
    )
  })

  it('show a box for a character that cannot be seen', () => {
    const problem = { kind: 'characterNotAllowed', character: '\u202E', codePoint: 'U+202E', at: 2 } as const
    expect(fieldProblemSentence(problem, '姓名', chinese)).toContain('「□」（U+202E）')
  })

  it('name the character that no font has, and the missing element', () => {
    expect(
      paperProblemSentence({ kind: 'characterMissing', character: '𱁬', codePoint: 'U+3106C' }, chinese),
    ).toContain('字库里没有「𱁬」（U+3106C）这个字')
    const missing = { kind: 'elementMissing', letter: 'F03', element: 'contactPhone' } as const
    expect(paperProblemSentence(missing, chinese)).toContain('「联系电话」')
    expect(paperProblemSentence({ ...missing, element: 'toString' }, chinese)).toContain('「toString」')
  })

  it('say on which day the count begins', () => {
    const words = (receivedOn: string) => {
      const due = replyDueOn([{ kind: 'received', on: day(receivedOn) }], published, today)
      return due.ok ? ruleWords(due.value, today, chinese) : ''
    }
    expect(words('2026-10-13')).toBe('今天收到，当日不计，明天为第 1 个工作日，共 20 个工作日。')
    expect(words('2026-09-30')).toBe('9月30日收到，当日不计，10月8日为第 1 个工作日，共 20 个工作日。')
  })
})

describe('where nothing can be registered', () => {
  const newer = { kind: 'journalNewer', version: 2 } as const

  it('the journal is named before the agency that cannot be read from it', () => {
    expect(standstillOf(newer, [])).toEqual({ kind: 'readOnly', problem: newer })
    expect(standstillOf(null, [])).toEqual({ kind: 'noAgency' })
  })

  it('an office that is still being read stops nobody', () => {
    expect(standstillOf(null, undefined)).toBeNull()
  })
})
