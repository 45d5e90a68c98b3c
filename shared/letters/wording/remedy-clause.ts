import type { Agency } from '../../domain/agencies/office-facts'

/**
 * Free choice between reconsideration and litigation (reference 3.3): 行政复议法 art. 20 (60 days from knowing of the act),
 * 行政诉讼法 art. 46 (six months). Not for refusals under Regulation arts. 14-16: there reconsideration comes first.
 */
export const choiceOfRemedy = ({ reconsiderationBody, court }: Pick<Agency, 'reconsiderationBody' | 'court'>): string =>
  `如对本答复不服，可以自收到本答复书之日起六十日内，向${reconsiderationBody.name}（地址：${reconsiderationBody.address}）` +
  `申请行政复议；也可以自收到本答复书之日起六个月内，依法向${court.name}（地址：${court.address}）提起行政诉讼。`
