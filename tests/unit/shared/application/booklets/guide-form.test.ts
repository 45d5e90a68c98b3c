import { expect, it, test } from 'vitest'
import {
  guideDetailsFrom,
  guideForm,
  guideFormProblems,
  longestInGuide,
  mostReadingPlaces,
  type GuideForm,
} from '#shared/application/booklets/guide-form'
import { guideDetails } from '#shared/contracts/booklet-shapes'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import { guide } from '../../letters/booklet/sample-booklets'

const agencyId = '00000000-0000-4000-8000-0000000000a1' as AgencyId
const whole = guideForm({ ...guide, agencyId })

test('what was recorded comes back as it was, and what is empty is left out', () => {
  expect(guideDetailsFrom(whole, agencyId)).toEqual({ ...guide, agencyId })
  expect(guideDetailsFrom(guideForm(undefined), agencyId)).toEqual({ agencyId })
  expect(guideFormProblems(guideForm(undefined))).toEqual({})
})

test('no fax is said, and takes the place of a number', () => {
  expect(guideDetailsFrom({ ...whole, hasNoFax: true }, agencyId)).toMatchObject({ hasNoFax: true })
  expect(guideDetailsFrom({ ...whole, hasNoFax: true }, agencyId)).not.toHaveProperty('fax')
})

it.each<[Partial<GuideForm>, object]>([
  [{ postcode: '31150' }, { postcode: { kind: 'postcodeShape' } }],
  [{ website: 'www.yunxi.gov' }, { website: { kind: 'addressShape' } }],
  [{ onlineForm: 'https://云溪' }, { onlineForm: { kind: 'addressShape' } }],
  [{ email: 'zwgk' }, { email: { kind: 'emailShape' } }],
  [{ officeHours: '工'.repeat(121) }, { officeHours: { kind: 'tooLong', atMost: 120 } }],
  [{ readingPlaces: '馆\n'.repeat(9) }, { readingPlaces: { kind: 'tooManyPlaces', atMost: 8 } }],
  [{ overseer: '办公室\u0007' }, { overseer: { kind: 'unprintable' } }],
  [{ readingPlaces: '县档案馆\n\n 县图书馆 ' }, {}],
])('%j: %j', (typed, problems) => expect(guideFormProblems({ ...whole, ...typed })).toEqual(problems))

test('the longest that the form takes, the fact takes too, and not one more', () => {
  const longest: GuideForm = {
    ...{
      officeHours: '工'.repeat(longestInGuide.officeHours),
      postcode: '311500',
      fax: '1'.repeat(40),
      hasNoFax: false,
    },
    website: `https://a.b/${'c'.repeat(188)}`,
    email: 'a@b.example',
    onlineForm: `https://a.b/${'d'.repeat(188)}`,
    readingPlaces: Array.from({ length: mostReadingPlaces }, () => '馆'.repeat(120)).join('\n'),
    ...{ overseer: '机'.repeat(60), overseerPhone: '1'.repeat(40) },
  }
  expect(guideFormProblems(longest)).toEqual({})
  const details = guideDetailsFrom(longest, agencyId)
  expect(guideDetails.safeParse(details).success).toBe(true)
  expect(guideDetails.safeParse({ ...details, overseer: '机'.repeat(61) }).success).toBe(false)
})
