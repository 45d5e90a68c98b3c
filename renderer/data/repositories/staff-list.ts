import type { StaffList } from '#shared/application/ports'
import { keptWatch } from '../kept-watch'
import type { View } from '../view'

export const staffList = (view: View): StaffList => ({
  watchAll: keptWatch(
    view,
    view.watch(db => db.people.toArray()),
  ),
})
