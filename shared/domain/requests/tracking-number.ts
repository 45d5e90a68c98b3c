import { err, ok, type Result } from '../../kernel/result'

export type TrackingProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'trackingNoNotRecognised' }
  /** 邮政法 art. 55: couriers may not carry documents of state organs. */
  | { readonly kind: 'courierNo'; readonly prefix: string }

/** Numbers of the large couriers begin with their letters; those of the postal enterprise never do. */
const courier = /^(SF|JD|YT|JT|ZTO|STO|DPK|YD)[A-Z]{0,3}\d{9,}$/

/**
 * 邮件号 of the postal enterprise: two letters, nine digits, two letters (UPU S10), or the domestic numbers of China
 * Post, two letters and eleven digits or thirteen digits. Spaces, dashes and full-width characters are read too.
 */
export function checkTrackingNo(typed: string): Result<string, TrackingProblem> {
  const text = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '')
  if (text === '') return err({ kind: 'empty' })
  const prefix = courier.exec(text)?.[1]
  if (prefix) return err({ kind: 'courierNo', prefix })
  const isPostal = /^(?:[A-Z]{2}\d{9}[A-Z]{2}|[A-Z]{2}\d{11}|\d{13})$/.test(text)
  return isPostal ? ok(text) : err({ kind: 'trackingNoNotRecognised' })
}
