import type { AgencyId } from '#shared/domain/agencies/office-facts'
import type { CatalogueLine } from '#shared/domain/booklets/catalogue-line'
import { isPublic } from '#shared/domain/catalogue/document'
import type { DocumentRow } from '../document-rows'
import type { View } from '../view'

/** Rows read in one task: public ones are read as they are, closed ones must be opened. */
const publicAtOnce = 2_000
const closedAtOnce = 200

/** One line for every document of an agency, also closed and withdrawn ones; read when it is asked for and not kept. */
export async function catalogueStanding(
  view: Pick<View, 'read'>,
  agencyId: AgencyId,
): Promise<readonly CatalogueLine[]> {
  const lines: CatalogueLine[] = []
  for (const [table, atOnce] of [
    ['documents', publicAtOnce],
    ['closedDocuments', closedAtOnce],
  ] as const) {
    let after: string = ''
    for (let isMore = true; isMore;) {
      const rows: readonly DocumentRow[] = await view.read(db =>
        db[table].where('id').above(after).limit(atOnce).toArray(),
      )
      for (const row of rows) if (row.document.details.agencyId === agencyId) lines.push(lineOf(row))
      isMore = rows.length === atOnce
      after = rows.at(-1)?.id ?? ''
    }
  }
  return lines
}

function lineOf({ id, document }: DocumentRow): CatalogueLine {
  const { agencyId, indexNo, topicClass, validity, validTo, formedOn, documentDate, abstract } = document.details
  const day = formedOn ?? documentDate
  return {
    ...{ documentId: id, agencyId, indexNo, topicClass, validity, isWithdrawn: document.isWithdrawn },
    ...(day ? { formedOn: day } : {}),
    ...(validTo ? { validTo } : {}),
    hasAbstract: abstract !== undefined,
    isPublic: isPublic(document),
    cataloguedHlc: document.catalogued.hlc,
    listedHlc: document.listedHlc,
  }
}
