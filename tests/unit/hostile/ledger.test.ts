import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import { deskChannels } from '#shared/contracts/desk-channels'
import { factShapes, malformation } from '#shared/contracts/facts'
import { kioskChannels } from '#shared/contracts/kiosk-channels'
import { subjectOf } from '#shared/ledger/subject'
import { everyNaughtyString } from '../../support/hostile/naughty-strings'
import { everyOfficeString } from '../../support/hostile/office-strings'
import { definitionOf, rightValue } from '../../support/hostile/shape-values'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../support/workstation/test-workstation'

vi.setConfig({ testTimeout: 60_000 }) // seconds alone, and the machine may be shared

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hostile-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const texts = [...everyNaughtyString(), ...everyOfficeString()]

interface Field {
  readonly at: string
  readonly leaf: z.ZodType
  /** A whole value with this text at the field. */
  readonly holding: (text: string) => unknown
}

/** Every place for a text inside a shape, with a value around it that is right. */
function textFields(shape: z.ZodType, at: string): Field[] {
  const definition = definitionOf(shape)
  switch (definition.type) {
    case 'string':
      return [{ at, leaf: shape, holding: text => text }]
    case 'optional':
    case 'nullable':
      return textFields(definition.innerType!, at)
    case 'array':
      return textFields(definition.element!, `${at}.0`).map(inside => ({
        ...inside,
        holding: text => [inside.holding(text)],
      }))
    case 'union':
      return definition.options!.flatMap(option => textFields(option, at))
    case 'object': {
      const right = rightValue(shape, at) as object
      return Object.entries(definition.shape!).flatMap(([name, part]) =>
        textFields(part, `${at}.${name}`).map(inside => ({
          ...inside,
          holding: (text: string) => ({ ...right, [name]: inside.holding(text) }),
        })),
      )
    }
    default:
      return []
  }
}

/** Texts that the field takes, changes (its blanks at the ends apart) and refuses. */
function answersOf({ leaf }: Field) {
  const read = texts.map(text => ({ text, answer: leaf.safeParse(text) }))
  const taken = read.filter(({ answer }) => answer.success)
  const changed = taken.filter(({ text, answer }) => (answer.data as string) !== text && answer.data !== text.trim())
  return {
    taken: taken.map(({ text }) => text),
    changed: changed.map(({ text }) => text),
    refused: read.length - taken.length,
  }
}

/** What the whole fact or call answers to a few texts must be what its field answered. */
const few = [texts[0]!, '=1+1', '张三😀', '甲\u0007乙', '长'.repeat(1_000)]

test('every text in every text field of every fact is taken as it is or refused by its path', () => {
  const told = { fields: 0, taken: 0, refused: 0 }
  const wrong: string[] = []
  for (const [type, shapes] of Object.entries(factShapes))
    for (const part of ['open', 'personal'] as const) {
      const whole = { type, open: rightValue(shapes.open, type), personal: rightValue(shapes.personal, type) }
      for (const field of textFields(shapes[part], part)) {
        const { taken, changed, refused } = answersOf(field)
        wrong.push(...changed.map(text => `${type} ${field.at} changes ${text}`))
        for (const text of few) {
          const problem = malformation({ ...whole, [part]: field.holding(text) })
          // A shape may hold its parts against each other besides, and names no part then.
          if (taken.includes(text) ? problem !== null && problem !== `${part}.` : problem === null)
            wrong.push(`${type} ${field.at}`)
          if (problem?.includes(text)) wrong.push(`${type} ${field.at} tells what was typed`)
        }
        told.fields++
        told.taken += taken.length
        told.refused += refused
      }
    }
  console.log(`facts: ${texts.length} texts in every text field: ${JSON.stringify(told)}`)
  expect(wrong).toEqual([])
  expect(told.fields).toBeGreaterThan(150)
  expect(told.taken).toBeGreaterThan(50_000)
})

test('every text in every text field of every call is taken as it is, trimmed, or refused', () => {
  const told = { fields: 0, taken: 0, refused: 0 }
  const wrong: string[] = []
  for (const [name, { input }] of Object.entries({ ...deskChannels, ...kioskChannels }))
    for (const field of textFields(input, name)) {
      const { taken, changed, refused } = answersOf(field)
      wrong.push(...changed.map(text => `${field.at} changes ${text}`))
      told.fields++
      told.taken += taken.length
      told.refused += refused
    }
  console.log(`calls: ${texts.length} texts in every text field: ${JSON.stringify(told)}`)
  expect(wrong).toEqual([])
  expect(told.fields).toBeGreaterThan(80)
  expect(told.taken).toBeGreaterThan(20_000)
})

test('what is written to the ledger is read from it after a restart, sign for sign', async () => {
  const first = openTestWorkstation({ folder })
  valueOf(await first.establish(founding))
  const kept = texts
    .filter(text => text.length <= 500)
    .map((text, index) => ({ text, subject: subjectOf('visit', idOf(index)) }))
  for (let at = 0; at < kept.length; at += 50) {
    const acts = kept.slice(at, at + 50).map(({ text, subject }) => ({
      ...{ subject, role: 'clerk' },
      facts: [{ type: 'visit.signedIn@1', open: { aim: 'reading' }, personal: { seeks: text } }],
    }))
    valueOf(first.appendAll(acts))
  }
  first.lock()
  const again = openTestWorkstation({ folder })
  valueOf(await signInFirst(again))
  const read = kept.map(
    ({ subject }) => (again.ledger!.actsOf(subject)[0]!.facts[0]!.personal as { seeks: string }).seeks,
  )
  again.lock()
  console.log(`ledger: ${kept.length} texts sealed, written, read again`)
  expect(kept.length).toBeGreaterThanOrEqual(815)
  expect(read).toEqual(kept.map(({ text }) => text))
})

const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
