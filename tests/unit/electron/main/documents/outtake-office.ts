import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { outtakeDesk } from '../../../../../electron/main/documents/outtake/outtake-desk'
import { officeSubject } from '../../../../../shared/ledger/subject'
import { founding, openTestWorkstation, valueOf } from '../../../../support/workstation/test-workstation'

/** Whoever founds it signs in: administrator and clerk, unless a test says otherwise. */
export async function outtakeOffice(folder: string, by = founding) {
  const workstation = openTestWorkstation({ folder: path.join(folder, 'office') })
  valueOf(await workstation.establish(by))
  const asked: string[] = []
  const desk = outtakeDesk({
    ...{ workstation, documentsFolder: folder, newId: randomUUID },
    askWhere: async suggested => (asked.push(suggested), suggested),
    askFolder: async () => (asked.push('folder'), folder),
  })
  const exports = () =>
    workstation
      .ledger!.actsOf(officeSubject)
      .flatMap(act => act.facts.filter(fact => fact.type === 'documents.exported@1'))
  return { workstation, desk, asked, exports }
}

export const beginOuttake = {
  ...{ format: 'jsonLines' as const, fileName: 'a.jsonl', from: '', role: 'clerk' as const },
  ...{ columns: ['标题', '正文'], heads: { title: '标题', text: '正文' } },
}
