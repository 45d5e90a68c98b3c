import { allOffices } from '../../../headquarters/store/offices'
import { startServer } from './bench-server'
import { withHeadquarters, type HeadquartersOrder } from './filled-headquarters'
import { benchIngest, type IngestFigures } from './ingest'
import { benchReads, type ReadFigures } from './reads'

export interface HeadquartersFigures {
  readonly offices: number
  readonly acts: number
  readonly fillSeconds: number
  readonly reads: ReadFigures
  readonly ingest: IngestFigures
}

export const benchHeadquarters = (order: HeadquartersOrder): Promise<HeadquartersFigures> =>
  withHeadquarters(order, async ({ folder, db, pid, offices, acts, fillSeconds }) => {
    order.say(`filled in ${fillSeconds.toFixed(0)} s; reading`)
    const ids = (await allOffices(db)).slice(0, offices).map(({ officeId }) => officeId)
    const reads = await benchReads(db, ids)
    if (reads.casesOfYear === 0 || reads.casesOfMonths === 0) throw new Error('the statistics count nothing')
    order.say('ingest while the console is used')
    const server = await startServer(folder)
    try {
      return { offices, acts, fillSeconds, reads, ingest: await benchIngest(server, pid) }
    } finally {
      await server.process.stop()
    }
  })
