import { afterAll, beforeAll } from 'vitest'
import { startForeignCluster } from '../../support/headquarters/foreign-cluster'
import { startTestCluster, type TestCluster } from '../../support/headquarters/test-cluster'
import { startTestHeadquarters, type TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { accessTests } from './access'
import { clockTests } from './clocks'
import { consoleTests } from './console'
import { documentSearchTests } from './document-search'
import { embeddedTests } from './embedded'
import { engineTests } from './engine'
import { enrolmentTests } from './enrolment'
import { hostileActTests } from './hostile-acts'
import { ingestTests } from './ingest'
import { limitTests } from './limits'
import { keptApartTests } from './kept-apart'
import { killTests } from './kills'
import { liveTests } from './live'
import { machineTests } from './machines'
import { officeTests } from './offices'
import { partedStickTests } from './parted-sticks'
import { putBackTests } from './put-back'
import { schemaTests } from './schema'
import { sendingTests } from './sendings'
import { slowLinesTests } from './slow-lines'
import { statisticsTests } from './statistics'
import { stickWordsTests } from './stick-words'
import { stickWriterTests } from './stick-writers'
import { sealedFileTests } from './sealed-files'
import { stickTests } from './sticks'
import { updateTests } from './updates'

// One PostgreSQL for all of them: making it costs more than what is tested with it.
/** Where the programs of another PostgreSQL lie: what is our own to start is then not tested, everything else is. */
const foreign = process.env['RECORDS_DESK_TEST_POSTGRES']
let cluster: TestCluster
let headquarters: TestHeadquarters
beforeAll(async () => {
  cluster = foreign ? await startForeignCluster(foreign) : await startTestCluster()
  headquarters = await startTestHeadquarters(cluster)
}, 180_000)
afterAll(async () => {
  await headquarters?.server.close()
  await cluster?.stop()
}, 60_000)

if (!foreign) embeddedTests(() => cluster)
schemaTests(() => cluster)
ingestTests(() => headquarters)
hostileActTests(() => headquarters)
enrolmentTests(() => headquarters)
machineTests(() => headquarters)
officeTests(() => headquarters)
statisticsTests(() => headquarters)
accessTests(() => headquarters)
slowLinesTests(() => headquarters)
sendingTests(() => headquarters)
clockTests(() => headquarters)
keptApartTests(() => headquarters)
putBackTests(() => headquarters)
documentSearchTests(() => headquarters)
engineTests(() => headquarters)
limitTests(() => headquarters)
liveTests(() => headquarters)
consoleTests(() => headquarters)
stickTests(() => headquarters)
sealedFileTests(() => headquarters)
stickWordsTests(() => headquarters)
stickWriterTests(() => headquarters)
partedStickTests(() => headquarters)
updateTests(() => headquarters)
killTests(() => ({ headquarters, cluster }))
