import type { Series } from '#shared/application/ports'
import { certificateSeries, letterSeries, requestSeries } from '../series-names'
import type { View } from '../view'

export function numberSeries(view: View): Series {
  const nextOf = (name: string) => view.read(async db => ((await db.series.get(name))?.last ?? 0) + 1)
  return {
    nextRequestSerial: series => nextOf(requestSeries(series)),
    nextLetterSerial: series => nextOf(letterSeries(series)),
    nextCertificateSerial: series => nextOf(certificateSeries(series)),
  }
}
