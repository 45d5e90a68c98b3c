import type { RequestRecord } from '#shared/application/ports'
import type { Translate } from '../../i18n/message'

/** What stands where a personal part is missing. The view does not tell which one is damaged, so none is called erased. */
export const missingWords = ({ partsUnreadable = 0 }: Pick<RequestRecord, 'partsUnreadable'>, t: Translate): string =>
  t(partsUnreadable > 0 ? 'requests.unreadable' : 'requests.erased')
