import { singleKey } from '../seal/row-sealer'
import { fetchActs } from './act-source'
import { createProjector, type Projector } from './projector'
import type { ProjectorNews, ProjectorOrder } from './projector-messages'

/** Entry of the dedicated worker: messages in, messages out; everything else is in `projector.ts`. */

const tell = (news: ProjectorNews): void => self.postMessage(news)
let projector: Projector | null = null

self.onmessage = ({ data }: MessageEvent<ProjectorOrder>) => void obey(data)

async function obey(order: ProjectorOrder): Promise<void> {
  switch (order.kind) {
    case 'open':
      projector ??= createProjector({
        ...{ source: fetchActs(order.actsUrl), keys: { rowKeys: singleKey(order.rowsKey) }, tell },
      })
      return projector.open()
    case 'pull':
      if (projector) tell({ kind: 'pulled', id: order.id, answer: await projector.pull(order.seq) })
      return
    case 'viewDamaged':
      return projector?.repair(order.database)
  }
}
