import type { NewSending, SentTo } from '#shared/contracts/headquarters-sendings'
import { parseYearCalendar } from '#shared/domain/calendar/year-calendar'
import { readLawPack } from '#shared/domain/decisions/read-law-pack'
import type { Json, SealedFact } from '#shared/ledger/act'
import { boundTo, inBoundOffice } from '../store/bound-office'
import { findOffice } from '../store/offices'
import { sayInOffice } from '../store/own-acts'
import { lockProjection } from '../store/projection/project-subjects'
import { ownVoice } from './own-voice'
import { storeParts, type Parts } from './parts'

/** What is wrong with a calendar or a law pack, as the program itself would say that reads it at the counter. */
export type ContentProblem = { readonly kind: string }

/** Null where it holds together. */
export function contentProblem(content: NewSending['content']): ContentProblem | null {
  const read =
    content.kind === 'calendar'
      ? parseYearCalendar(content.calendar)
      : content.kind === 'lawPack'
        ? readLawPack(content.pack)
        : null
  return read && !read.ok ? read.problem : null
}

type Outcome = SentTo['results'][number]['outcome']

/** Says it in the ledger of every office, one after the other, each in a transaction of its own: what was done stays done. */
export async function sendTo(parts: Parts, { sendingId, offices, content }: NewSending): Promise<SentTo> {
  const { kind, ...said } = content
  const fact: SealedFact = { type: `${kind}.sent@1`, open: JSON.parse(JSON.stringify({ sendingId, ...said })) as Json }
  const results: SentTo['results'] = []
  for (const officeId of new Set(offices))
    results.push({ officeId, outcome: await sendToOne(parts, officeId, { sendingId, fact }) })
  return { results }
}

async function sendToOne(
  parts: Parts,
  officeId: number,
  { sendingId, fact }: { readonly sendingId: string; readonly fact: SealedFact },
): Promise<Outcome> {
  const office = await findOffice(parts.db, officeId)
  if (!office) return 'unknown'
  if (office.ledger === null) return 'noMachine'
  return inBoundOffice(storeParts(parts), boundTo(office, office.ledger), async transaction => {
    await lockProjection(transaction) // of two that send the same at once, the second finds it said
    const before = await transaction.rows
      .selectFrom('sending')
      .select('sending_id')
      .where('office_id', '=', officeId)
      .where('sending_id', '=', sendingId)
      .executeTakeFirst()
    if (before) return 'already'
    await sayInOffice(transaction, ownVoice(parts), [fact])
    return 'sent'
  })
}
