import type { RequestId } from '#shared/domain/requests/request-facts'
import { actChunk, writeActStream } from '#shared/contracts/act-stream'
import type { Witness } from '#shared/contracts/desk-channels'
import type { Json, PlainAct, PlainFact } from '#shared/ledger/act'
import type { ActAnswer, ActSource } from '../../../../../renderer/data/projector/act-source'
import type { ArrivedAct } from '../../../../../renderer/data/projector/act-batch'
import { witnessOf } from '../../../../../renderer/data/projector/act-batch'

const chain = 'c1'
const clerk = 'p-clerk'

const fact = (type: string, open: Json, personal?: Json): PlainFact => ({
  ...{ type, open },
  ...(personal === undefined ? {} : { personal }),
})

/** The id of the n-th request, or person. */
export const requestId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as RequestId

export interface Draft {
  readonly subject: string
  readonly facts: readonly PlainFact[]
  readonly role?: string
  readonly actor?: string
}

/** One act of chain c1; the hash stands for the body, which no projector ever sees. */
export const actAt = (seq: number, { subject, facts, role = 'clerk', actor = clerk }: Draft): PlainAct => ({
  ...{ v: 1, office: 'o', chain, seq, prev: hashOf(seq - 1), hash: hashOf(seq), actor, role, subject, facts },
  hlc: `${String(1_790_000_000_000 + seq * 1000).padStart(15, '0')}-0000`,
})

export const hashOf = (seq: number, salt = 0) => (seq + salt * 1e9).toString(16).padStart(64, '0')

export const registered = (n: number): Draft => ({
  subject: `request:${requestId(n)}`,
  facts: [
    fact(
      'request.registered@1',
      {
        requestNo: `YX-A-2026-${String(n).padStart(4, '0')}`,
        ...{ agencyId: 'a1', channel: 'inPerson', receivedOn: `2026-10-${String(1 + (n % 28)).padStart(2, '0')}` },
        ...{ applicantType: 'naturalPerson', medium: 'paper', route: 'collect', originalSeen: true },
      },
      {
        applicant: { name: `申请人${n}`, idNumber: `11010519491231${String(1000 + n)}`, phone: `1391234${n}` },
        ...{ description: `关于第${n}号道路的信息`, queryCode: `Q${n}` },
      },
    ),
  ],
})
export const examined = (n: number): Draft => ({
  subject: `request:${requestId(n)}`,
  facts: [fact('request.examined@1', { elementsComplete: true, withinRemit: true })],
})
export const submitted = (n: number): Draft => ({
  subject: `request:${requestId(n)}`,
  facts: [
    fact('search.recorded@1', { searchedOn: '2026-10-20', found: 1 }, { places: ['档案室'], words: ['道路'] }),
    fact('reply.submitted@1', { draftNo: 1, decision: 'GRANT_PROVIDE' }, { reasons: '依申请提供', attachments: [] }),
  ],
})
export const issued = (n: number): Draft => ({
  ...{ subject: `request:${requestId(n)}`, role: 'reviewer', actor: 'p-reviewer' },
  facts: [fact('reply.issued@1', { draftNo: 1, letterNo: `云公开〔2026〕${n}号`, issuedOn: '2026-10-30' })],
})
export const served = (n: number): Draft => ({
  subject: `request:${requestId(n)}`,
  facts: [
    fact(
      'reply.served@1',
      { servedOn: '2026-11-02', way: 'inPerson', receivedAs: 'applicant' },
      { place: '窗口', receivedBy: `申请人${n}` },
    ),
  ],
})
export const fromTheFuture = (n: number): Draft => ({
  subject: `request:${requestId(n)}`,
  facts: [fact('request.telepathed@3', { strength: 9 })],
})
/** Its `open` is no object: the fold falls over it. */
export const poison = (n: number): Draft => ({
  subject: `request:${requestId(n)}`,
  facts: [fact('request.registered@1', null)],
})
export const established: Draft = {
  subject: 'office',
  facts: [
    fact('office.established@1', { name: '阅览中心', placeCode: 'YX' }),
    fact('agency.added@1', { agencyId: 'a1', name: '县政府', code: '云公开' }),
    fact('workstation.enrolled@1', { code: 'A', windowName: '一号窗' }),
  ],
}
export const personAdded = (n: number): Draft => ({
  ...{ subject: `person:${requestId(n)}`, role: 'administrator' },
  facts: [fact('person.added@1', { posts: ['clerk'] }, { name: `职员p${n}` })],
})

/** A small office: two people, three requests on their way, one act of a newer version. */
export const smallOffice: readonly Draft[] = [
  established,
  ...[personAdded(1), personAdded(2)],
  ...[registered(1), registered(2), examined(1), registered(3), submitted(1), examined(2), issued(1)],
  ...[fromTheFuture(2), served(1)],
]
export const actsOf = (drafts: readonly Draft[]) => drafts.map((draft, n) => actAt(n + 1, draft))

const utf8 = new TextEncoder()
export const bytesOf = (value: unknown): Uint8Array => utf8.encode(JSON.stringify(value))
export const arrived = (act: PlainAct): ArrivedAct => ({ act, bytes: bytesOf(act).length })

export interface JournalDouble {
  readonly source: ActSource
  readonly asked: (readonly Witness[])[]
  acts: (PlainAct | Uint8Array)[]
  /** The next answer breaks off after this many bytes. */
  cutAfter: number | null
  isLocked: boolean
}

/** What main serves at /ledger/acts, cut into awkward pieces. An entry of raw bytes stands for a body gone wrong. */
export function journalDouble(acts: readonly PlainAct[] = []): JournalDouble {
  const journal: JournalDouble = {
    ...{ acts: [...acts], asked: [], cutAfter: null, isLocked: false },
    source: after => {
      journal.asked.push(after)
      return Promise.resolve(answer(journal, after))
    },
  }
  return journal
}

function answer(journal: JournalDouble, reached: readonly Witness[]): ActAnswer {
  if (journal.isLocked) return { kind: 'unavailable', why: 'locked' }
  const [after] = reached
  const at = after ? journal.acts[after.seq - 1] : undefined
  if (after && (!at || at instanceof Uint8Array || witnessOf(at).hash !== after.hash)) return { kind: 'otherJournal' }
  const bodies = journal.acts.slice(after?.seq ?? 0).map(act => (act instanceof Uint8Array ? act : bytesOf(act)))
  const cut = journal.cutAfter
  journal.cutAfter = null
  return { kind: 'acts', actsHeld: journal.acts.length, ownChain: chain, pieces: piecesOf(bodies, cut) }
}

async function* piecesOf(bodies: readonly Uint8Array[], cutAfter: number | null) {
  for (let at = 0; at < bodies.length; at += actChunk.acts) {
    const bytes = writeActStream(bodies.slice(at, at + actChunk.acts)).slice(0, cutAfter ?? undefined)
    for (let from = 0; from < bytes.length; from += 1_337)
      yield await Promise.resolve(bytes.subarray(from, from + 1_337))
  }
}
