import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { factShapes, malformation } from '#shared/contracts/facts'
import { askers, authorityIn, states, type SubjectKind } from '../../../../support/authority/office-states'
import { sampleFacts, staff, type FactType } from '../../../../support/authority/sample-facts'
import { factOf, typeOf, variantFacts } from '../../../../support/authority/variant-facts'

vi.setConfig({ testTimeout: 60_000 }) // seconds alone, and the machine may be shared

/** What is expected, to be read by people: docs of who may do what, when. */
const table = fs.readFileSync(path.join(import.meta.dirname, 'permissions.md'), 'utf8')
const kinds = Object.keys(states) as SubjectKind[]
const types = Object.keys(factShapes) as FactType[]

/** Rows of one subject: the act, and the letters of those who may, by state. */
function expectedOf(kind: SubjectKind): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const [, section = ''] = new RegExp(`^## ${kind}\\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, 'm').exec(table) ?? []
  const rows = section
    .split('\n')
    .filter(line => line.startsWith('|'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim().replaceAll('`', '')),
    )
  const [head = [], , ...body] = rows
  // A row of a type that this version does not write, as that of a branch, says nothing.
  const written = body.filter(([row = '']) => Object.hasOwn(factShapes, typeOf(row)))
  return new Map(written.map(cells => [cells[0]!, new Map(head.slice(1).map((state, at) => [state, cells[at + 1]!]))]))
}

const kindOf = (type: FactType): SubjectKind | undefined => kinds.find(kind => expectedOf(kind).has(type))
const rowsOf = (kind: SubjectKind): string[] => [...expectedOf(kind).keys()]

/** Letters of those who may, as the authority answers. */
function mayBy(kind: SubjectKind, state: string, row: string): string {
  const { judge } = authorityIn(kind, state)
  const fact = factOf(row, { state })
  const may = Object.entries(askers).filter(([, [member, role]]) => judge(staff[member], role, fact) === null)
  return may.map(([letter]) => letter).join('') || '–'
}

test('every type of act stands in the table of exactly one subject', () => {
  const missing = types.filter(type => kindOf(type) === undefined)
  expect(missing, 'add a row of who may to permissions.md, and a sample to tests/support/authority').toEqual([])
  const rows = kinds.flatMap(rowsOf)
  expect(rows.length).toBe(new Set(rows).size)
  expect([...rows].sort()).toEqual([...types, ...Object.keys(variantFacts)].sort())
})

test.each(kinds.flatMap(rowsOf))('the sample of %s has the shape of its type', row => {
  const fact = factOf(row, { state: '' })
  expect(fact.type).toBe(typeOf(row))
  expect(malformation(fact as Parameters<typeof malformation>[0])).toBeNull()
})

describe.each(kinds)('who may do what to: %s', kind => {
  const expected = expectedOf(kind)

  test('its table has a column for every state', () => {
    expect(expected.size).toBeGreaterThan(0)
    for (const [, cells] of expected) expect([...cells.keys()]).toEqual(Object.keys(states[kind]))
  })

  test.each(rowsOf(kind))('%s', row => {
    const cells = expected.get(row)!
    const actual = [...cells.keys()].map(state => [state, mayBy(kind, state, row)])
    expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(cells))
  })

  test('whoever holds no post may nothing, in any state, under any post', () => {
    let asked = 0
    for (const state of Object.keys(states[kind]).filter(name => name !== 'first')) {
      const { judge } = authorityIn(kind, state)
      for (const row of rowsOf(kind))
        for (const role of ['clerk', 'reviewer', 'head', 'administrator', 'nobody'])
          for (const by of [staff.left, '00000000-0000-4000-8000-0000000000ff']) {
            expect(judge(by, role, factOf(row, { state })), `${row} ${state}`).toMatchObject({ kind: 'refused' })
            asked++
          }
    }
    expect(asked).toBeGreaterThan(0)
  })

  test('nobody acts under a post that they do not hold', () => {
    const state = Object.keys(states[kind]).at(-1)!
    const { judge } = authorityIn(kind, state)
    for (const row of rowsOf(kind))
      for (const [member, own] of Object.values(askers))
        for (const role of ['clerk', 'reviewer', 'head', 'administrator']) {
          if (role === own || (member === 'drafter' && role === 'clerk')) continue
          expect(judge(staff[member], role, factOf(row, { state })), `${row} ${role}`).toMatchObject({
            kind: 'refused',
          })
        }
  })

  test('an act of another subject is refused, whoever asks', () => {
    let asked = 0
    for (const type of types.filter(one => kindOf(one) !== kind))
      for (const state of Object.keys(states[kind]))
        for (const [member, role] of Object.values(askers)) {
          const problem = authorityIn(kind, state).judge(staff[member], role, sampleFacts[type]({ state }))
          expect(problem, `${type} on ${kind} ${state}`).not.toBeNull()
          asked++
        }
    expect(asked).toBeGreaterThan(100)
  })
})

/** Acts that no person does through this table, each for its reason. */
const doneByNobody: Readonly<Record<string, string>> = {
  'calendar.sent@1': 'headquarters says it, in its own chain',
  'lawPack.sent@1': 'the same',
  'notice.sent@1': 'the same',
  'documents.sent@1': 'the same',
  'clock.corrected@1': 'the same',
  'quarantine.settled@1': 'the same',
  'conflict.settled@1':
    'two machines have to differ first (tests/unit/shared/domain/requests/unseen-corrections.test.ts)',
  'document.conflictSettled@1': 'the same (tests/unit/shared/domain/catalogue/document-conflicts.test.ts)',
  'visit.conflictSettled@1': 'the same (tests/unit/shared/domain/visits/visit-conflicts.test.ts)',
  'chain.opened@1': 'the program opens a chain, in the act that founds the office',
  'media.exported@1 (unmasked, not approved)': 'nothing unmasked leaves without the head',
}

test('every act is possible to somebody somewhere, so that no sample is refused for its own fault', () => {
  const rows = kinds.flatMap(kind => [...expectedOf(kind)])
  const dead = rows.filter(([, cells]) => [...cells.values()].every(cell => cell === '–')).map(([row]) => row)
  expect(dead.sort()).toEqual(
    Object.keys(doneByNobody)
      .filter(row => Object.hasOwn(factShapes, typeOf(row)))
      .sort(),
  )
  const cells = kinds.map(kind => expectedOf(kind).size * Object.keys(states[kind]).length)
  const all = cells.reduce((sum, count) => sum + count, 0)
  console.log(
    `permissions: ${types.length} types of act, ${all} cells of act and state, ${all * Object.keys(askers).length} answers asserted`,
  )
  expect(all).toBeGreaterThan(300)
})
