import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { newOffice } from '#shared/contracts/headquarters-console'
import { quarantineDecision } from '#shared/contracts/headquarters-sendings'
import { sendingFactShapes } from '#shared/contracts/sending-shapes'
import { definitionOf } from '../../support/hostile/shape-values'
import type { Headquarters } from '../../demo/exchange/headquarters'
import { testMachine, type Call, type TestMachine } from '../../support/headquarters/test-machine'
import type { Deck } from '../deck'
import { hostileFact } from '../office-of-texts'
import { publicWords, said } from '../plans'

export interface ConsoleTold {
  /** By number. */
  readonly offices: ReadonlyMap<number, string>
  readonly withMachine: number
  /** Newest last. */
  readonly sendings: readonly { readonly title: string; readonly reason: string }[]
  readonly titles: readonly string[]
  /** Who decided and why, and what a type was called, of acts that were kept apart. */
  readonly apart: readonly string[]
  /** What headquarters did not take, in a word each. */
  readonly refused: readonly string[]
}

/** A database of UTF-8 holds no half of a character and no U+0000: another sign stands in its place, which a browser draws for a half anyway. */
const stored = (text: string): string => text.replace(/\p{Surrogate}|\0/gu, '\ufffd')

/** It lists the newest 500 of each. */
const mostListed = 480

/** Offices, sendings, answers, documents and acts that were kept apart, all in words of the deck. */
export async function fillHeadquarters(headquarters: Headquarters, deck: Deck): Promise<ConsoleTold> {
  const api = apiOf(headquarters)
  const leaf = (shape: unknown, name: string) => definitionOf(shape as never).shape![name]!
  const text = (at: string, shape: unknown, name: string, nth: number) =>
    deck.textFor({ at: `${at}.${name}`, leaf: leaf(shape, name) }, nth)
  const refused: string[] = []
  const offices = new Map<number, string>()
  const nths = Array.from({ length: deck.records }, (_none, at) => at + 1)
  for (const nth of nths) {
    const name = text('office', newOffice, 'name', nth)
    const added = await api.operator<{ officeId: number }>('/v1/console/offices', { placeCode: '530199', name })
    if (added.answer) offices.set(added.answer.officeId, stored(name))
    else refused.push(`office ${added.status} ${JSON.stringify(name)}`)
  }
  const machine = testMachine({ now: () => headquarters.now().getTime() })
  await api.enrol(machine, headquarters.firstOffice.code)
  const withMachine = Number(headquarters.firstOffice.officeId)
  const parted = machine.copy()
  const titles = nths.map(nth => {
    const open = said('document.catalogued@1', { indexNo: '某号', words: publicWords }).open
    const fact = hostileFact({ type: 'document.catalogued@1', open, personal: null }, 'document', field =>
      deck.textFor(field, nth),
    )
    machine.write(`document:${randomUUID()}`, { type: fact.type, open: fact.open })
    return (fact.open as unknown as { words: { title: string } }).words.title
  })
  const calendar = JSON.parse(fs.readFileSync('resources/calendars/2026.json', 'utf8')) as object
  const sendings: { title: string; reason: string }[] = []
  for (const nth of nths.slice(0, mostListed)) {
    const shape = sendingFactShapes['calendar.sent@1'].open
    const sendingId = randomUUID()
    const title = text('calendar', shape, 'title', nth)
    const content = { kind: 'calendar', title, note: title, calendar }
    const sent = await api.operator('/v1/console/sendings', { sendingId, offices: [withMachine], content })
    if (!sent.answer) refused.push(`sending ${sent.status} ${JSON.stringify(title)}`)
    if (!sent.answer) continue
    const reason = text('declined', sendingFactShapes['sending.declined@1'].open, 'reason', nth)
    machine.write('office', { type: 'sending.declined@1', open: { sendingId, reason } })
    sendings.push({ title: stored(title), reason: stored(reason) })
  }
  await api.send(machine)
  const types = nths
    .slice(0, mostListed)
    .map(nth => text('apart', sendingFactShapes['notice.sent@1'].open, 'title', nth))
  for (const type of types) parted.write('office', { type, open: {} })
  await api.send(parted)
  const place = `/v1/console/offices/${withMachine}/quarantine`
  const { answer } = await api.operator<{ acts: { hash: string }[] }>(place)
  const apart = [...types]
  for (const [at, { hash }] of (answer?.acts ?? []).entries()) {
    const [by, reason] = [
      text('decided', quarantineDecision, 'by', at + 1),
      text('decided', quarantineDecision, 'reason', at + 1),
    ]
    if (at === 0) continue // one waits, so that its form is there
    const settled = await api.operator(`${place}/${hash}`, { decision: 'refused', by, reason })
    if (settled.answer) apart.push(stored(by), stored(reason))
    else refused.push(`decision ${settled.status} ${JSON.stringify([by, reason])}`)
  }
  return { offices, withMachine, sendings, titles, apart, refused }
}

interface Asked<T> {
  readonly status: number
  readonly answer: T | null
}

function apiOf(headquarters: Headquarters) {
  const ask = async <T>(path: string, init: RequestInit): Promise<Asked<T>> => {
    const answer = await fetch(headquarters.url + path, init)
    const told = await answer.text()
    return { status: answer.status, answer: answer.ok ? (JSON.parse(told) as T) : null }
  }
  const json = { 'content-type': 'application/json' }
  return {
    operator<T = object>(path: string, body?: object): Promise<Asked<T>> {
      const authorization = `Bearer ${headquarters.operatorToken}`
      if (!body) return ask<T>(path, { headers: { authorization } })
      return ask<T>(path, { method: 'POST', headers: { authorization, ...json }, body: JSON.stringify(body) })
    },
    async enrol(machine: TestMachine, code: string): Promise<void> {
      const body = JSON.stringify(machine.enrolment(code))
      const { status } = await ask('/v1/enrolments', { method: 'POST', headers: json, body })
      if (status !== 201) throw new Error(`enrolment: ${status}`)
    },
    /** All after the founding act, some at a time; what parted answers 409 and is kept apart. */
    async send(machine: TestMachine): Promise<void> {
      for (let from = 1; from < machine.acts.length; from += 200) {
        const call: Call = { method: 'POST', path: '/v1/segments', body: machine.segment(from, from + 200) }
        const init = { method: 'POST', headers: machine.signedHeaders(call), body: new Uint8Array(call.body!) }
        const { status } = await ask(call.path, init)
        if (status !== 200 && status !== 409) throw new Error(`segment from ${from}: ${status}`)
      }
    },
  }
}
