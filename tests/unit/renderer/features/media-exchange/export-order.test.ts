import { expect, it } from 'vitest'
import type { Office } from '#shared/domain/agencies/office'
import {
  missingInOrder,
  readyOrder,
  type ExportFields,
} from '../../../../../renderer/features/media-exchange/export-order'
import { day } from '../../../shared/domain/published-calendars'

const medium = {
  ...({
    mediumId: 'm',
    kind: 'stick',
    place: '/media/a',
    label: null,
    fileSystem: 'exfat',
    isReadOnly: false,
  } as const),
  ...{ bytes: 1, freeBytes: 1, exports: [], leftovers: [] },
}
const approval = { approvalId: 'f1', of: { kind: 'case', requestNo: 'YX-A-2026-0001' }, reason: 'x', usedFor: null }
const around = {
  office: { media: { approvals: [], out: [], received: [] } } as unknown as Office, // what the order reads of it
  posts: ['clerk' as const],
  media: [medium],
  found: 1,
}
const approved = { ...around, office: { media: { approvals: [approval], out: [], received: [] } } as unknown as Office } // the same
const whole: ExportFields = {
  ...{ what: 'case', requestNo: ' yx-a-2026-0001 ', from: day('2026-01-01'), to: day('2026-03-31'), isMasked: true },
  ...{ mediumId: 'm', mediumNo: 'JZ-01', receiver: '市档案馆', holder: '张三' },
  ...{ bundleFor: 'machines', lock: 'receivers', passphrase: '', isWhole: false },
}

it.each<[string, Partial<ExportFields>, Partial<typeof around>, string | null]>([
  ['nothing', {}, {}, null],
  ['who may', {}, { posts: [] }, 'post'],
  ['what', { requestNo: ' ' }, {}, 'what'],
  ['a period that ends before it begins', { what: 'period', to: day('2025-12-31') }, {}, 'what'],
  ['requests', {}, { found: 0 }, 'found'],
  ['nothing, of documents', { what: 'catalogue' }, { found: 0 }, null],
  ['nothing, of a bundle', { what: 'bundle' }, { found: 0 }, null],
  ['a passphrase', { what: 'bundle', lock: 'passphrase', passphrase: '太短' }, {}, 'passphrase'],
  ['the head’s approval', { isMasked: false }, {}, 'approval'],
  ['nothing, approved', { isMasked: false }, { office: approved.office }, null],
  [
    'approval of another case',
    { isMasked: false, requestNo: 'YX-A-2026-0002' },
    { office: approved.office },
    'approval',
  ],
  ['a place that was pulled', {}, { media: [] }, 'place'],
  ['a place that can be written', {}, { media: [{ ...medium, isReadOnly: true as never }] }, 'readOnly'],
  ['a number as on a label', { mediumNo: '一号' }, {}, 'mediumNo'],
  ['a receiver', { receiver: ' ' }, {}, 'receiver'],
  ['who carries it', { holder: '' }, {}, 'holder'],
])('what is missing: %s', (_what, fields, of, missing) => {
  const [form, about] = [
    { ...whole, ...fields },
    { ...around, ...of },
  ]
  expect(missingInOrder(form, about)).toBe(missing)
  expect(readyOrder(form, about) === null).toBe(missing !== null)
})

it('carries the approval only where it is needed', () => {
  expect(readyOrder(whole, approved)).not.toHaveProperty('approvalId')
  expect(readyOrder({ ...whole, isMasked: false }, approved)).toMatchObject({ approvalId: 'f1', isMasked: false })
  expect(readyOrder(whole, approved)).toMatchObject({
    of: { kind: 'case', requestNo: 'YX-A-2026-0001' },
    role: 'clerk',
  })
})
