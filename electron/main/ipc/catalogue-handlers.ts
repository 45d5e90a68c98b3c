import type { catalogueChannels } from '#shared/contracts/catalogue-channels'
import type { Handlers } from '#shared/contracts/channel'
import type { PlainFact } from '#shared/ledger/act'
import { officeSubject, subjectOf } from '#shared/ledger/subject'
import { textOfAct } from '../authority/document-text'
import type { Workstation } from '../workstation/workstation'

/** What the catalogue desk may ask. The authority judges each act; here only that it is one on a document. */
export function catalogueHandlers(workstation: Workstation): Handlers<typeof catalogueChannels> {
  const aboutOffice = (type: string, open: PlainFact['open']) => {
    const posts = workstation.session()?.posts ?? []
    const role = settlingPosts.find(post => posts.includes(post)) ?? 'clerk' // whoever holds none is told so
    const written = workstation.append({ subject: officeSubject, role, facts: [{ type, open }] })
    return written.ok ? ({ ok: true, value: undefined } as const) : written
  }
  return {
    'catalogue:write': async ({ role, acts }) => {
      const facts = acts.flatMap(act => act.facts)
      if (facts.some(({ type }) => !type.startsWith('document.'))) return refused('subjectUnknown')
      // Only after its bytes are on the medium is an attachment recorded: `scan:finish` does both.
      if (facts.some(({ type }) => type.startsWith('document.attached@'))) return refused('scanNotKept')
      const written = workstation.appendAll(
        acts.map(act => ({
          ...{ subject: subjectOf('document', act.documentId), role },
          facts: act.facts as unknown as PlainFact[], // JSON by its zod shape
        })),
      )
      return written.ok ? { ok: true, value: { seq: written.value.at(-1)!.seq } } : written
    },
    'catalogue:writeList': async ({ role, listId, facts }) => {
      if (facts.some(({ type }) => !type.startsWith('standardList.'))) return refused('subjectUnknown')
      const subject = subjectOf('standardList', listId)
      const written = workstation.append({ subject, role, facts: facts as unknown as PlainFact[] }) // JSON by its zod shape
      return written.ok ? { ok: true, value: { seq: written.value.seq } } : written
    },
    'catalogue:textAt': async ({ documentId, at }) => {
      const acts = workstation.ledger?.actsOf(subjectOf('document', documentId))
      return acts ? { ok: true, value: { text: textOfAct(acts, at) } } : { ok: false, problem: { kind: 'locked' } }
    },
    'catalogue:setNumbering': async numbering =>
      aboutOffice('indexNumbering.set@1', JSON.parse(JSON.stringify(numbering)) as PlainFact['open']),
    'catalogue:renameTopic': async renamed => aboutOffice('topicClass.renamed@1', renamed),
  }
}

/** The first of these that somebody holds (shared/domain/agencies/office-acts). */
const settlingPosts = ['reviewer', 'head', 'administrator'] as const

const refused = (kind: string) => ({ ok: false, problem: { kind: 'refused', why: { kind } } }) as const
