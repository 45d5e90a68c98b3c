import type { RequestRecord } from '../ports'
import type { Problem } from '../../contracts/problems'
import type { Desk, PaperKind, PaperProblem } from '../desk'
import type { Result } from '../../kernel/result'
import { producePaper } from './case-acts'

/** Composes one paper of what is recorded and prints it; recorded once it is out. */
export async function printPaper(
  desk: Pick<Desk, 'ledger' | 'me' | 'papers'>,
  record: RequestRecord,
  kind: PaperKind,
): Promise<Result<'done' | 'cancelled', Problem | PaperProblem>> {
  const paper = await desk.papers.compose(kind, record)
  return paper.ok ? producePaper(desk, record.requestId, { paper: paper.value, how: 'printed' }) : paper
}
