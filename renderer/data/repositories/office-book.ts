import type { OfficeBook } from '#shared/application/ports'
import { agencyAt } from '#shared/domain/agencies/agency-versions'
import { keptWatch } from '../kept-watch'
import type { View } from '../view'

export function officeBook(view: View): OfficeBook {
  return {
    // Nearly every screen waits for the settings in it.
    watchOffice: keptWatch(
      view,
      view.watch(async db => {
        const row = await db.office.get('office')
        if (!row) return null
        const { office, needsNewerVersion, actsLeftOut } = row
        return { office, needsNewerVersion, actsLeftOut }
      }),
    ),
    findOffice: () => view.read(async db => (await db.office.get('office'))?.office ?? null),
    agencyAt: (agencyId, hlc) =>
      view.read(async db => {
        const row = await db.office.get('office')
        return (row && agencyAt(row.office.agencyVersions, agencyId, hlc)) ?? null
      }),
    findAgency: agencyId =>
      view.read(async db => {
        const row = await db.office.get('office')
        return row?.office.agencies.find(agency => agency.agencyId === agencyId) ?? null
      }),
  }
}
