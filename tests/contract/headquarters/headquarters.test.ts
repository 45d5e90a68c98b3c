import { afterAll, beforeAll } from 'vitest'
import { startTestCluster, type TestCluster } from '../../support/headquarters/test-cluster'
import { embeddedTests } from './embedded'
import { schemaTests } from './schema'

// One PostgreSQL for all of them: making it costs more than what is tested with it.
let cluster: TestCluster
beforeAll(async () => {
  cluster = await startTestCluster()
}, 180_000)
afterAll(() => cluster?.stop(), 60_000)

embeddedTests(() => cluster)
schemaTests(() => cluster)
