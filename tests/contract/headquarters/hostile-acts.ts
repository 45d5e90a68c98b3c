import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { inOffice } from '../../../headquarters/store/database'
import { rebuildOffice } from '../../../headquarters/store/projection/rebuild'
import { factTypes, hostileFacts, kindOf, rightFact } from '../../support/hostile/hostile-facts'
import { send, type TestHeadquarters } from '../../support/headquarters/test-headquarters'

/** What a machine that was taken over may sign: headquarters cannot refuse it, because later acts of its chain build on it. */
export function hostileActTests(of: () => TestHeadquarters): void {
  const projected = (officeId: number) =>
    inOffice(of().parts.db, officeId, async rows => ({
      cases: await rows.selectFrom('case_fact').selectAll().orderBy('subject').execute(),
      days: await rows
        .selectFrom('stat_day')
        .selectAll()
        .orderBy('day')
        .orderBy('status')
        .orderBy('decision')
        .orderBy('applicant_type')
        .execute(),
      poison: await rows.selectFrom('poison').selectAll().orderBy('seq').execute(),
    }))

  describe('acts of a machine that was taken over', () => {
    test('hostile values in every open place of every fact: each act is taken, and what they make is made anew the same', async () => {
      const machine = await of().enrolled()
      const registered = rightFact('request.registered@1')
      const subjects: string[] = []
      const write = (subject: string, fact: { type: string; open: unknown }): void => {
        if (subject.startsWith('request:')) subjects.push(subject)
        machine.write(subject, { type: fact.type, open: fact.open })
      }
      for (const type of factTypes) {
        const kind = kindOf(type)
        for (const fact of hostileFacts(rightFact(type), ['open'])) {
          const subject = kind ? `${kind}:${randomUUID()}` : 'office'
          if (kind === 'request' && type !== registered.type) write(subject, registered)
          write(subject, fact)
          // Of a second request too: what the two add up to has one line.
          if (type === registered.type) write(`request:${randomUUID()}`, fact)
        }
      }
      let sent = 1 // the first one went with the enrolment
      const sendAll = async (): Promise<void> => {
        for (; sent < machine.acts.length; sent += most) {
          const upTo = Math.min(machine.acts.length, sent + most)
          const { json } = await of().call(machine, send(machine, sent, upTo))
          expect([json['kind'], json['added']], `acts ${sent} to ${upTo}: ${of().log.slice(-2).join('')}`).toEqual([
            'taken',
            upTo - sent,
          ])
        }
        sent = machine.acts.length
      }
      await sendAll()
      for (const subject of new Set(subjects)) machine.write(subject, { type: 'request.dreamtOf@9', open: {} })
      await sendAll()
      const before = await projected(machine.officeId)
      console.log(`${machine.acts.length} acts, ${before.cases.length} cases, ${before.poison.length} marked`)
      expect(machine.acts.length).toBeGreaterThan(5_000)
      await rebuildOffice(of().parts.db, machine.officeId, of().parts.calendars)
      expect(await projected(machine.officeId)).toEqual(before)
    }, 300_000)
  })
}

const most = 400
