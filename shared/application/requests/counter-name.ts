import type { Desk } from '../desk'
import { firstHeard } from '../first-heard'

/** 云溪县政府信息公开查阅中心甲号窗口: where an applicant is asked to come. */
export async function counterName({ offices, windowName }: Pick<Desk, 'offices' | 'windowName'>): Promise<string> {
  const record = await firstHeard(offices.watchOffice)
  return `${record?.office.name ?? ''}${windowName}`
}
