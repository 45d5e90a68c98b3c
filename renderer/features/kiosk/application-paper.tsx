import type { ApplicationSlip } from '#shared/application/kiosk/application-slip'
import { useMessages } from '../../i18n/messages-provider'

export interface ApplicationPaperProps {
  readonly slip: ApplicationSlip
  readonly officeName: string
  /** Null where it is too long for one: then the clerk types it. */
  readonly qr: readonly (readonly boolean[])[] | null
}

/** The application as it is printed, with a code that types it at the counter. */
export function ApplicationPaper({ slip, officeName, qr }: ApplicationPaperProps) {
  const { t } = useMessages()
  const rows = [
    [t('kiosk.form.name'), slip.name],
    [t('kiosk.form.phone'), slip.phone],
    [t('kiosk.form.description'), slip.description],
    [t('kiosk.form.medium'), t(`kiosk.form.medium.${slip.medium}` as 'kiosk.form.medium.paper')],
    [t('kiosk.form.route'), t(`kiosk.form.route.${slip.route}` as 'kiosk.form.route.collect')],
    [t('kiosk.form.postalAddress'), slip.route === 'post' ? slip.postalAddress : ''],
    [t('kiosk.form.email'), slip.route === 'email' ? slip.email : ''],
  ] as const
  return (
    <div className="kiosk-paper">
      <p>{officeName}</p>
      <h1>{t('kiosk.paper.title')}</h1>
      <table className="kiosk-paper-table">
        <tbody>
          {rows
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className="kiosk-paper-sign">
        {t('kiosk.paper.sign')}：<span className="kiosk-line" /> {t('kiosk.paper.date')}：
        <span className="kiosk-line" />
      </p>
      <p>{t('kiosk.paper.next')}</p>
      {qr ? (
        <div className="kiosk-paper-code">
          <QrImage qr={qr} label={t('kiosk.paper.code')} />
          <p>{t('kiosk.paper.code')}</p>
        </div>
      ) : null}
    </div>
  )
}

function QrImage({ qr, label }: { readonly qr: readonly (readonly boolean[])[]; readonly label: string }) {
  const size = qr.length
  const path = qr.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg className="kiosk-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
