import type { SignedIn } from '#shared/application/desk'
import type { Series, Watch } from '#shared/application/ports'
import type { FoundDocument, ReadingRoom, VisitRecord } from '#shared/application/visits/visits'
import type { Problem } from '#shared/contracts/problems'
import type { Agency } from '#shared/domain/agencies/office-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { RecordedAct } from '#shared/domain/recorded-act'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { parseCertificateNo } from '#shared/domain/visits/certificate-number'
import { foldVisit } from '#shared/domain/visits/visit'
import { mayDoToVisit } from '#shared/domain/visits/visit-acts'
import type { VisitId } from '#shared/domain/visits/visit-facts'
import type { StoredVisitFact } from '#shared/domain/visits/visit-state'
import { err, ok } from '#shared/kernel/result'

export interface FakeReadingRoomParts {
  readonly today: CivilDate
  readonly agencies: readonly Agency[]
  readonly people: readonly SignedIn[]
  /** The problem that the next append answers, once. */
  readonly refusal?: () => Problem | null
}

export interface FakeReadingRoom extends ReadingRoom {
  readonly acts: ReadonlyMap<VisitId, readonly RecordedAct<StoredVisitFact>[]>
  readonly found: FoundDocument[]
  /** Writes an act as any person and on any moment, past every check: for setting the scene. */
  record(visitId: VisitId, facts: readonly StoredVisitFact[], by?: { actor: PersonId; at: number }): void
}

/** A reading room in memory, judged by the same law as the real one. */
export function fakeReadingRoom(parts: FakeReadingRoomParts) {
  const acts = new Map<VisitId, RecordedAct<StoredVisitFact>[]>()
  const listeners = new Set<() => void>()
  const found: FoundDocument[] = []
  let seq = 0

  const watch =
    <T>(read: () => T): Watch<T> =>
    listener => {
      const tell = (): void => listener(read())
      listeners.add(tell)
      queueMicrotask(tell)
      return () => void listeners.delete(tell)
    }
  const records = (): VisitRecord[] =>
    [...acts].flatMap(([visitId, list]) => {
      const visit = foldVisit(list)
      return visit ? [{ visitId, visit, needsNewerVersion: false, actsLeftOut: 0 }] : []
    })
  const noon = Date.parse(`${parts.today}T04:00:00Z`)
  const record: FakeReadingRoom['record'] = (visitId, facts, by = { actor: parts.people[0]!.personId, at: noon }) => {
    seq++
    const role = parts.people.find(({ personId }) => personId === by.actor)?.posts[0] ?? 'clerk'
    const act = { seq, chain: 'chain-v', hlc: String(seq).padStart(8, '0'), role, facts, ...by }
    acts.set(visitId, [...(acts.get(visitId) ?? []), act])
    listeners.forEach(tell => tell())
  }
  const as = (me: SignedIn): FakeReadingRoom => ({
    ...{ acts, found, record },
    book: {
      watchPresent: watch(() => records().filter(({ visit }) => !visit.signedOut)),
      watchDisputed: watch(() => records().filter(({ visit }) => visit.conflicts.length > 0)),
      watchBetween: (from, to) =>
        watch(() => records().filter(({ visit: { cameOn } }) => cameOn >= from && cameOn <= to)),
      watchOne: visitId => watch(() => records().find(each => each.visitId === visitId) ?? null),
    },
    documents: { find: async words => found.filter(({ title }) => title.includes(words)) },
    append: async ({ visitId, role, facts }) => {
      const problem = parts.refusal?.() ?? null
      if (problem) return err(problem)
      const codeOf = (id: string) => parts.agencies.find(({ agencyId }) => agencyId === id)?.code
      const by = { actor: me.personId, role, posts: me.posts, today: parts.today, codeOf }
      const may = mayDoToVisit(foldVisit(acts.get(visitId) ?? []), facts, by)
      if (!may.ok) return err({ kind: 'refused', why: may.problem })
      record(visitId, facts, { actor: me.personId, at: noon })
      return ok(undefined)
    },
    compose: async ({ paper, certificateNo }) =>
      ok({
        paper,
        ...(certificateNo ? { certificateNo } : {}),
        ...{ title: paper, fileName: `${paper}.pdf`, bytes: new Uint8Array([37, 80, 68, 70]), pages: 1 },
        digest: '0'.repeat(64),
      }),
  })
  const nextCertificateSerial: Series['nextCertificateSerial'] = async ({ code, year }) =>
    records()
      .flatMap(({ visit }) => visit.certificates.map(({ certificateNo }) => parseCertificateNo(certificateNo)))
      .reduce(
        (last, no) =>
          no.ok && no.value.code === code && no.value.year === year ? Math.max(last, no.value.serial) : last,
        0,
      ) + 1
  return { as, nextCertificateSerial }
}
