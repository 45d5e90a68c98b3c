import { describe, expect, it, test } from 'vitest'
import { startOf } from '#shared/application/reception/check-arrival'
import { checkRegistration } from '#shared/application/reception/registration'
import { emptyPerson, emptyRegistration, type RegistrationForm } from '#shared/application/reception/registration-form'
import { malformation } from '#shared/contracts/facts'
import { countyGovernment } from '../../../../support/fake-desk/fake-office'
import { day } from '../../domain/published-calendars'

const today = day('2026-10-13')
const filled: RegistrationForm = {
  ...emptyRegistration(today, countyGovernment.agencyId),
  name: '吴丽娟',
  idNumber: '110101 19000101 0014',
  phone: '139 0000 0182',
  originalSeen: true,
  description: '建设用地批准书',
}
const check = (part: Partial<RegistrationForm> = {}) => checkRegistration({ ...filled, ...part }, today)
const wrong = (part: Partial<RegistrationForm>) =>
  Object.fromEntries(Object.entries(check(part).problems).map(([field, problem]) => [field, problem!.kind]))

/** What main would say of the shape of the facts. */
function shapesOf(part: Partial<RegistrationForm>) {
  const { checked } = check(part)
  const { open, personal, confirmation } = checked!
  const registered = {
    type: 'request.registered@1',
    open: { ...open, requestNo: 'YX-A-2026-0001' },
    personal: { ...personal, queryCode: '2345-6789-ACDE' },
  }
  return [registered, ...(confirmation ? [confirmation] : [])].map(malformation)
}

describe('at the counter', () => {
  test('a natural person with a card, received today', () => {
    expect(check().checked).toEqual({
      open: {
        agencyId: countyGovernment.agencyId,
        channel: 'inPerson',
        applicantType: 'naturalPerson',
        medium: 'paper',
        route: 'collect',
        originalSeen: true,
        receivedOn: today,
      },
      personal: {
        applicant: { name: '吴丽娟', idNumber: '110101190001010014', phone: '13900000182' },
        description: '建设用地批准书',
      },
    })
    expect(shapesOf({})).toEqual([null])
  })

  test('another document by its own rule; the address only where something is posted', () => {
    const permit = { idKind: 'hongKongMacaoPermit', idNumber: 'h00000001' } as const
    expect(check({ ...permit, postalAddress: '某处' }).checked?.personal.applicant).toEqual({
      ...{ name: '吴丽娟', idKind: 'hongKongMacaoPermit', idNumber: 'H00000001', phone: '13900000182' },
    })
    expect(wrong({ ...permit, idNumber: '110101190001010014' })).toEqual({ idNumber: 'documentNumber' })
    expect(wrong({ idKind: 'foreignPassport', idNumber: 'A1234567' })).toEqual({ country: 'countryMissing' })
  })

  test.each<[string, Partial<RegistrationForm>, Record<string, string>]>([
    [
      'nothing typed',
      emptyRegistration(today, ''),
      {
        ...{ name: 'empty', idNumber: 'length', phone: 'empty', description: 'empty' },
        ...{ originalSeen: 'originalNotSeen', agencyId: 'agencyNotChosen' },
      },
    ],
    ['the original not seen', { originalSeen: false }, { originalSeen: 'originalNotSeen' }],
    ['no day', { receivedOn: '' }, { receivedOn: 'dateMissing' }],
    ['tomorrow', { receivedOn: day('2026-10-14') }, { receivedOn: 'receivedInFuture' }],
  ])('%s', (_name, part, problems) => expect(wrong(part)).toEqual(problems))
})

describe('an organisation', () => {
  const acting = { ...emptyPerson, name: '李喆', idNumber: '110101190001010014' }
  const company = {
    applicantType: 'commercial',
    name: '云溪建材（集团）有限公司2号店',
    idNumber: '91420102yyyy00071w',
    representative: '王某',
    acting,
  } as const

  test('shows its certificate, its representative and who acts for it', () => {
    expect(check(company).checked?.personal.applicant).toEqual({
      name: '云溪建材（集团）有限公司2号店',
      idKind: 'creditCode',
      idNumber: '91420102YYYY00071W',
      phone: '13900000182',
      representative: '王某',
      actingPerson: { name: '李喆', idNumber: '110101190001010014' },
    })
    expect(shapesOf(company)).toEqual([null])
  })
  test.each(['commercial', 'research', 'publicBenefit', 'legalService', 'otherOrganisation'] as const)(
    '%s is its own column of the annual report',
    applicantType => expect(check({ ...company, applicantType }).checked?.open.applicantType).toBe(applicantType),
  )
  test('is told what is missing at the counter, and not by post', () => {
    const bare = { ...company, representative: '', acting: emptyPerson }
    expect(wrong(bare)).toEqual({ representative: 'empty', 'acting.name': 'empty', 'acting.idNumber': 'length' })
    expect(wrong({ ...bare, channel: 'ordinaryPost' })).toEqual({})
    expect(wrong({ ...company, idNumber: '110101190001010014' })).toEqual({ idNumber: 'creditCode' })
  })
})

describe('agent, guardian and several applicants', () => {
  const agent = { ...emptyPerson, name: '赵代', idNumber: '440106190202281134', phone: '13800001234' }
  test('an agent shows a document and the power of attorney', () => {
    const part = { agentAs: 'agent', agent, authority: '2026年10月12日授权委托书' } as const
    expect(check(part).checked?.personal.agent).toEqual({
      ...{ as: 'agent', name: '赵代', idNumber: '440106190202281134', phone: '13800001234' },
      authority: '2026年10月12日授权委托书',
    })
    expect(shapesOf(part)).toEqual([null])
    expect(wrong({ ...part, authority: ' ', agent: { ...agent, idNumber: '1', phone: '' } })).toEqual({
      ...{ authority: 'empty', 'agent.idNumber': 'length', 'agent.phone': 'empty' },
    })
  })
  test('a guardian shows proof of relation', () => {
    const part = { agentAs: 'guardian', agent, authority: '户口簿，母子' } as const
    expect(check(part).checked?.personal.agent).toMatchObject({ as: 'guardian', authority: '户口簿，母子' })
  })
  test('an agent that was taken off again is not asked for', () =>
    expect(wrong({ agentAs: 'none', agent })).toEqual({}))
  test('others on the form are counted; letters go to the one contact', () => {
    const other = { ...emptyPerson, name: '钱乙', idKind: 'taiwanPermit', idNumber: '00000001' } as const
    const { checked } = check({ others: [other, { ...other, phone: '13800001235' }] })
    expect(checked?.open.applicants).toBe(3)
    expect(checked?.personal.otherApplicants).toEqual([
      { name: '钱乙', idKind: 'taiwanPermit', idNumber: '00000001', phone: '' },
      { name: '钱乙', idKind: 'taiwanPermit', idNumber: '00000001', phone: '13800001235' },
    ])
    expect(shapesOf({ others: [other] })).toEqual([null])
    expect(wrong({ others: [other, emptyPerson] })).toEqual({ 'others.1.name': 'empty', 'others.1.idNumber': 'length' })
  })
})

describe('date of receipt by channel (art. 31)', () => {
  const letter = { channel: 'ordinaryPost', originalSeen: false } as const

  test('signed post: the day of signature, with who signed and the tracking number', () => {
    const part = {
      channel: 'signedPost',
      receivedOn: day('2026-10-09'),
      trackingNo: 'EX123',
      signedBy: '收发室',
    } as const
    expect(check(part).checked).toMatchObject({
      open: { receivedOn: '2026-10-09', originalSeen: false },
      personal: { arrival: { trackingNo: 'EX123', signedBy: '收发室' } },
    })
    expect(startOf({ ...filled, ...part })).toBe('2026-10-09')
    expect(shapesOf(part)).toEqual([null])
    expect(wrong({ channel: 'signedPost' })).toEqual({ trackingNo: 'empty', signedBy: 'empty' })
  })

  it.each(['ordinaryPost', 'email', 'web', 'fax', 'phoneNote'] as const)(
    '%s stays open until both confirm',
    channel => {
      const part = { channel, from: 'a@example.cn' }
      const { checked } = check(part)
      expect(checked).toMatchObject({ open: { arrivedOn: today } })
      expect(checked!.open).not.toHaveProperty('receivedOn')
      expect(checked!.confirmation).toBeUndefined()
      expect(startOf({ ...filled, ...part })).toBeUndefined()
      expect(shapesOf(part)).toEqual([null])
    },
  )

  test('confirmed at once, the day both confirmed starts the clock', () => {
    const part = {
      ...letter,
      arrivedOn: day('2026-10-12'),
      isConfirmed: true,
      confirmedOn: today,
      confirmedNote: '接通',
    } as const
    expect(check(part).checked?.confirmation).toMatchObject({ open: { confirmedOn: today, way: 'phone' } })
    expect(startOf({ ...filled, ...part })).toBe(today)
    expect(shapesOf(part)).toEqual([null, null])
    expect(wrong({ ...part, confirmedNote: '' })).toEqual({ confirmedNote: 'empty' })
    expect(wrong({ ...part, confirmedOn: day('2026-10-11') })).toEqual({ confirmedOn: 'confirmedBeforeArrival' })
    expect(wrong({ ...part, confirmedOn: '' })).toEqual({ confirmedOn: 'dateMissing' })
  })

  test('a web form that acknowledged by itself counts from the day it came, whatever day stands beside it', () => {
    const part = {
      channel: 'web',
      arrivedOn: day('2026-10-11'),
      isConfirmed: true,
      confirmedWay: 'automatic',
      confirmedOn: today,
      confirmedNote: '提交成功，流水号 7',
    } as const
    expect(check(part).checked?.confirmation?.open).toEqual({ confirmedOn: '2026-10-11', way: 'automatic' })
    expect(startOf({ ...filled, ...part })).toBe('2026-10-11')
  })

  test('what a letter does not say is left out: it is registered, and supplemented later', () => {
    expect(check({ ...letter, idNumber: '', phone: '' }).checked?.personal.applicant).toEqual({
      ...{ name: '吴丽娟', idNumber: '', phone: '' },
    })
    expect(shapesOf({ ...letter, idNumber: '', phone: '' })).toEqual([null])
    expect(wrong({ ...letter, idNumber: '1' })).toEqual({ idNumber: 'length' })
  })

  test('an e-mail names its sender', () => expect(wrong({ channel: 'email' })).toEqual({ from: 'empty' }))
})

describe('oral request (art. 29)', () => {
  const oral = { isOral: true, oralReason: '视力障碍', oralScribe: '周敏', oralConfirmedBy: 'fingerprint' } as const
  test('why, who wrote it, and how it was confirmed', () => {
    expect(check(oral).checked?.personal.oral).toEqual({
      reason: '视力障碍',
      scribe: '周敏',
      confirmedBy: 'fingerprint',
    })
    expect(check({ ...oral, oralWitness: '何立群' }).checked?.personal.oral).toMatchObject({ witness: '何立群' })
    expect(shapesOf(oral)).toEqual([null])
  })
  test('is not registered before it was read back and confirmed', () => {
    expect(wrong({ isOral: true })).toEqual({
      ...{ oralReason: 'empty', oralScribe: 'empty', oralConfirmedBy: 'notReadBack' },
    })
  })
  test('is of the counter only', () => {
    expect(check({ ...oral, channel: 'phoneNote' }).checked?.personal.oral).toBeUndefined()
  })
})
