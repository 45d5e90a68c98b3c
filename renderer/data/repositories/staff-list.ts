import type { StaffList } from '#shared/application/ports'
import type { View } from '../view'

export const staffList = (view: View): StaffList => ({
  watchAll: view.watch(db => db.people.toArray()),
})
