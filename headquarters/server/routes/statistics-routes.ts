import type { FastifyInstance } from 'fastify'
import { officePlace } from '#shared/contracts/headquarters-console'
import { monthAnswer, monthQuery, yearAnswer, yearQuery } from '#shared/contracts/headquarters-statistics'
import { civilDateAt } from '#shared/domain/calendar/civil-date'
import { findOffice } from '../../store/offices'
import { monthOfOffice, monthsOfYear, yearOfAll } from '../../store/statistics'
import { refuse } from '../answers'
import type { Parts } from '../parts'
import { readShape, tell } from '../route'

/** For people at headquarters: sums of cases, by what stands open in them. */
export function statisticsRoutes(server: FastifyInstance, { db, now }: Parts): void {
  const config = { who: 'operator' as const }

  server.get('/v1/console/statistics', { config }, async (request, reply) => {
    const { year } = readShape(request.query, yearQuery)
    const on = civilDateAt(now())
    const [months, kinds] = [await monthsOfYear(db, year, on), await yearOfAll(db, year)]
    return tell(reply, yearAnswer, { year, on, months: [...months], kinds: [...kinds] })
  })

  server.get('/v1/console/offices/:officeId/statistics', { config }, async (request, reply) => {
    const { officeId } = readShape(request.params, officePlace)
    const { month } = readShape(request.query, monthQuery)
    if (!(await findOffice(db, officeId))) return refuse(reply, 'notFound')
    return tell(reply, monthAnswer, { officeId, month, days: [...(await monthOfOffice(db, officeId, month))] })
  })
}
