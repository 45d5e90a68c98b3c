import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ActBody } from '#shared/ledger/act'
import { officeAuthority } from '../../../../../electron/main/authority/office-authority'
import { bearable } from '../../../../../electron/main/ledger/bearable-facts'
import { blobIndex } from '../../../../../electron/main/ledger/blob-index'
import { factTypes, hostileFacts, kindOf, rightFact, type Fact } from '../../../../support/hostile/hostile-facts'
import { ChainWriter } from '../../../../support/journal/chain-writer'
import type { ProposedAct } from '../../../../../electron/main/ledger/make-acts'
import { valueOf } from '../../../../support/workstation/test-workstation'
import { b, open, useChainsHome } from './chains-home'

useChainsHome()

/**
 * Acts of another machine of the office are taken once its chain is trusted, whatever they say: later ones build on them. They stay
 * in the journal for good, so that what could not be observed could never be opened again.
 */
test('hostile values in every place of every fact of another machine: the office opens, judges and tells its acts', () => {
  const writer = new ChainWriter(b)
  const subjects: [subject: string, type: (typeof factTypes)[number]][] = []
  const acts = factTypes.flatMap(type => {
    const kind = kindOf(type)
    return hostileFacts(rightFact(type), ['open', 'personal']).map(fact => {
      const subject = kind ? `${kind}:${randomUUID()}` : 'office'
      subjects.push([subject, type])
      return writer.write(actOf(subject, fact))
    })
  })
  const blobs = blobIndex()
  const judging = officeAuthority(() => '2026-09-08')
  const authority = { ...judging, observe: (act: ActBody) => (judging.observe(act), blobs.observe(act)) }
  let ledger = open({ authority })
  for (let from = 0; from < acts.length; from += most) valueOf(ledger.take(b, acts.slice(from, from + most)))
  ledger.close()

  authority.reset()
  ledger = open({ authority })
  expect(ledger.actCount).toBe(acts.length)
  authority.restore(JSON.parse(JSON.stringify(authority.kept())))
  authority.findings()
  const told = [...ledger.actsAfter()].flat()
  const unknown = told.filter(({ facts }) => facts.some(({ type }) => type.endsWith('?')))
  console.log(`${acts.length} acts, ${unknown.length} with a fact that no fold was made for`)
  expect(unknown.length).toBeGreaterThan(5_000)
  for (const [subject, type] of subjects.filter(([one]) => one !== 'office')) {
    const of = (about: string) => (about === 'office' ? [] : ledger.actsOf(about))
    authority.judge([actOf(subject, rightFact(type))], { of })
  }
  const ofOffice = new Set(subjects.filter(([one]) => one === 'office').map(([, type]) => type))
  for (const type of ofOffice) authority.judge([actOf('office', rightFact(type))], { of: one => ledger.actsOf(one) })
  ledger.close()
}, 120_000)

test('planted: an act as it was signed stops the authority', () => {
  const act = { chain: b, seq: 1, hlc: '001790000000000-0000', subject: 'office', ...{ actor: 'p', role: 'clerk' } }
  const signed = { ...act, facts: [{ type: 'number.voided@1', open: { series: 5 } }] } as never
  const { observe } = officeAuthority(() => '2026-09-08')
  expect(() => observe(signed)).toThrow(TypeError)
  expect(() => observe(bearable(signed))).not.toThrow()
})

test('what only a newer version knows stays as it is, and so does what it added to a shape', () => {
  const newer = [
    { type: 'request.dreamtOf@9', open: { of: '某件' } },
    { type: 'sending.accepted@1', open: { ...(rightFact('sending.accepted@1').open as object), since: 'later' } },
    { type: 'office.established@1', open: { name: '云溪县档案馆', placeCode: 'YX' }, personal: 'sealed' },
  ]
  const act = { facts: newer }
  expect(bearable(act)).toBe(act)
})

const most = 400

const actOf = (subject: string, { type, open: said, personal }: Fact): ProposedAct =>
  ({ actor: 'person-1', role: 'clerk', subject, facts: [{ type, open: said, personal }] }) as ProposedAct
