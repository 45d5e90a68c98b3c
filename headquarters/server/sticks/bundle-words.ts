import type { BundleRefusal } from './take-bundle'

/** Why a bundle was not taken: nothing of it was. */
export function bundleWords(problem: BundleRefusal): string {
  switch (problem.kind) {
    case 'officeUnknown':
      return '这里没有登记过这本台账。请先登记这家单位的机器。'
    case 'writerUnknown':
      return '写这份交换包的机器没有在上级端登记过。'
    case 'bundleLocked':
      return '打不开：不是为上级端加密的，或在途中被改动。上级端自己写的答复包也属于这种，不必理会。'
    case 'bundleNewer':
      return `由更新的程序写成（格式第 ${problem.version} 版）。请先升级上级端。`
    case 'bundleParts':
      return problem.why === 'missing' ? `缺第 ${problem.part} 部分。` : '各部分不是同一份交换包。'
    case 'bundlePart':
    case 'bundleTooManyParts':
      return '文件读不出来、太大或不是交换包。'
    case 'bundleHeads':
      return '签名与内容不符。'
    default:
      return '内容不完整，或在途中被改动。请重新导出。'
  }
}
