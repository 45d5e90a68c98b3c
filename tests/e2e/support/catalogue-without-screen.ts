import { randomUUID } from 'node:crypto'
import { catalogueDocument } from '#shared/domain/catalogue/document-changes'
import type { DocumentDetails } from '#shared/domain/catalogue/document-facts'
import { subjectOf } from '#shared/ledger/subject'
import { valueOf } from '../../support/workstation/test-workstation'
import { earlyMorning, signInAs, type Signer, workstationOn } from './without-screen'

export type NewDocument = Omit<DocumentDetails, 'agencyId' | 'indexNo'> & { readonly text: string }

/** Documents for an office whose program is not running, written by somebody who may publish. */
export async function catalogueWithoutScreen(
  userData: string,
  { reviewer, documents }: { reviewer: Signer; documents: readonly NewDocument[] },
): Promise<void> {
  const workstation = workstationOn(userData, earlyMorning)
  await signInAs(workstation, reviewer)
  const [founding] = workstation.ledger!.actsOf('office')
  const { agencyId } = founding!.facts.find(({ type }) => type === 'agency.added@1')!.open as { agencyId: string }
  for (const [at, { text, ...details }] of documents.entries()) {
    const indexNo = `014225972/2026-${String(at + 1).padStart(5, '0')}`
    const fact = catalogueDocument({ ...details, indexNo, agencyId: agencyId as DocumentDetails['agencyId'] }, text)
    const facts = [JSON.parse(JSON.stringify(fact)) as typeof fact]
    valueOf(
      workstation.append({ subject: subjectOf('document', randomUUID()), role: 'reviewer', facts: facts as never }),
    )
  }
  workstation.lock()
}
