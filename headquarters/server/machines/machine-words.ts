import { sizeWords } from '#shared/kernel/size-words'
import type { MachineShown, MachineState } from '#shared/contracts/headquarters-console'

const states: Readonly<Record<MachineState, string>> = {
  open: '在用',
  closed: '已由上级端停用',
  revoked: '已由单位停用',
  retired: '已换新链，旧链不再写',
  untrusted: '没有单位的记录证明它，不接收',
}

const roles: Readonly<Record<MachineShown['role'], string>> = { desk: '上报和读取', observer: '只读取' }

const nameOf = ({ windowName, workstation }: MachineShown): string =>
  windowName === null ? '未报窗口名' : `${windowName}（${workstation}）`

const momentOf = (instant: string): string =>
  new Date(instant).toLocaleString('zh-CN', {
    ...{ timeZone: 'Asia/Shanghai', hour12: false, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  })

/** What whoever lists or closes machines by a command reads. */
export const machineWords = {
  machine: (one: MachineShown): string =>
    [
      ...[`　${one.chain}`, nameOf(one), roles[one.role], `${momentOf(one.knownSince)} 登记`],
      one.lastContactAt === null ? '从未联系' : `${momentOf(one.lastContactAt)} 最近联系`,
      ...(one.backlog === null ? [] : [`待上报 ${one.backlog} 条`]),
      ...(one.scans === null ? [] : [`待传扫描件 ${one.scans.files} 份（${sizeWords(one.scans.bytes)}）`]),
      ...[`已收到第 ${one.held} 号`, states[one.state]],
      ...(one.goesOnFor === null ? [] : [`接续 ${one.goesOnFor.slice(0, 8)}`]),
    ].join('  '),
  none: '　还没有登记机器。',
  unknown: (officeId: number): string =>
    `这家单位没有这台机器。机器编号用 npm run hq -- machines ${officeId} 查看，输前八位以上即可。`,
  several: (named: readonly MachineShown[]): string =>
    ['不止一台机器的编号这样开头，请多输几位：', ...named.map(machineWords.machine)].join('\n'),
  alreadyClosed: (one: MachineShown): string => `${nameOf(one)} ${one.chain.slice(0, 8)} 已经停用，没有改动。`,
  closed: (one: MachineShown, { officeId, fromSeq }: { readonly officeId: number; readonly fromSeq: number }): string =>
    [
      `已停用 ${nameOf(one)} ${one.chain.slice(0, 8)}：它的请求不再受理，自第 ${fromSeq} 号起的记录不予采信，其他机器同步后即知。`,
      `替换的机器要有新的登记码：npm run hq -- code ${officeId}`,
    ].join('\n'),
} as const
