import { describe, expect, it } from 'vitest'
import {
  indexNumber,
  indexSeries,
  numberingProblem,
  readIndexNumber,
  usualTemplates,
} from '#shared/domain/catalogue/index-number'
import { isTopicCode, namedTopics, topicGroups, topicName } from '#shared/domain/catalogue/topic-classes'
import { day } from '../published-calendars'
import { agencyId } from './documents'

const codes = { orgCode: '014225972', uscc: '113417020032563511' }

describe('the index number', () => {
  it('follows the two usual templates (reference 8.2)', () => {
    const numbers = usualTemplates.map(template => {
      return indexNumber(indexSeries({ agencyId, template, ...codes }, day('2025-04-03')), 57)
    })
    expect(numbers).toEqual(['014225972/2025-00057', '113417020032563511/202504-00057'])
  })
  it('is read back as its series and serial, whoever gave it', () => {
    expect(readIndexNumber('014225972/2025-00057')).toEqual({ prefix: '014225972/2025-', serial: 57 })
    expect(readIndexNumber('K28044908/2026-12878')).toEqual({ prefix: 'K28044908/2026-', serial: 12878 })
    expect(readIndexNumber('无')).toBeNull()
  })
  it.each([
    ['{orgCode}/{yyyy}-{seq:5}', {}, { kind: 'templateCodeMissing', code: 'orgCode' }],
    ['{orgCode}/{yyyy}', codes, { kind: 'templateWithoutSerial' }],
    ['{seq:3}{seq:5}', codes, { kind: 'templateWithoutSerial' }],
    ['{seq:5}-{yyyy}', codes, { kind: 'templateWithoutSerial' }],
    ['{region}{seq:5}', codes, { kind: 'templatePartUnknown', part: 'region' }],
    ['{orgCode}/{seq:5}', codes, undefined],
  ])('%s with %j: %j', (template, given, problem) => {
    expect(numberingProblem({ template, ...given })).toEqual(problem)
  })
})

describe('the topic classes', () => {
  it('are 22 with 121 sub-classes, and every code is there once', () => {
    const codesOf = topicGroups().flatMap(({ code, children }) => [code, ...children.map(child => child.code)])
    expect(topicGroups()).toHaveLength(22)
    expect(codesOf).toHaveLength(22 + 121)
    expect(new Set(codesOf).size).toBe(codesOf.length)
  })
  it('keep their code under another name', () => {
    const names = { '01': '组织机构', '1706': '乡村振兴' }
    expect(topicName('0201')).toBe('政务公开')
    expect(topicName('1706', names)).toBe('乡村振兴')
    expect(namedTopics(names)[0]).toMatchObject({ code: '01', name: '组织机构' })
    expect(isTopicCode('2201')).toBe(false)
  })
})
