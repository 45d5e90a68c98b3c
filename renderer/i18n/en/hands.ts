import type { handsMessages as zhCn } from '../zh-cn/hands'

export const handsMessages: Readonly<Record<keyof typeof zhCn, string>> = {
  'serve.way': 'Way of service',
  'serve.clock':
    'Approval and issue are not service. Served on or before {day} is in time; which day counts depends on the way.',
  'serve.clockUnknown': 'Approval and issue are not service. Which day counts depends on the way.',
  'serve.meets.inPerson': 'In person: the day of the signature counts (国办公开办函〔2016〕235号).',
  'serve.meets.throughAgency':
    'Through another agency: the day the recipient signs counts, not the day that agency got it (国办公开办函〔2016〕235号).',
  'serve.meets.post':
    'By post: the day of hand-over to the post counts, not the time in transit (国办公开办函〔2016〕235号).',
  'serve.meets.email': 'To the mailbox given in the request: the day of dispatch counts. Keep the record of sending.',
  'serve.meets.online':
    'Through the online account the request came from: the day of dispatch counts. Keep the record of sending.',
  'serve.faxAsked':
    'The applicant asked for fax. Fax is no way of service: the reply is still handed over, posted or sent.',
  'serve.servedOn.inPerson': 'Signed on',
  'serve.servedOn.throughAgency': 'Signed on',
  'serve.servedOn.post': 'Posted on',
  'serve.servedOn.email': 'Sent on',
  'serve.servedOn.online': 'Sent on',
  'serve.servedOn.refused': 'Refused on',
  'serve.place.inPerson': 'Place',
  'serve.place.throughAgency': 'Agency that handed it on',
  'serve.place.post': 'Address',
  'serve.place.email': 'Mailbox',
  'serve.place.online': 'Platform and account',
  'serve.receivedAs': 'Signed by',
  'serve.applicant': 'applicant {name}',
  'serve.receiverName': 'Name of who signed',
  'serve.agentHint': 'a power of attorney is required',
  'serve.refused': 'Signature refused, left on the premises',
  'serve.refusedNote': 'Note why, have a witness who was there sign, and leave the letter.',
  'serve.refusalReason': 'Why it was refused',
  'serve.witness': 'Name of the witness',
  'serve.mailClass': 'Kind of mail',
  'serve.mailClass.ems': 'EMS',
  'serve.mailClass.registered': 'registered letter',
  'serve.mailHint':
    'Only by the postal enterprise: couriers may not carry documents of state organs (Postal Law art. 55), and postage is never left to the recipient.',
  'serve.trackingNo': 'Mail number',
  'serve.trackingHint': 'the 13 characters on the postal receipt',
  'serve.courierNo':
    '{prefix} begins the number of a courier. Couriers may not carry documents of state organs; send it by the postal enterprise.',
  'serve.trackingNoNotRecognised': 'This is not a number of the post. Copy the 13 characters from the postal receipt.',
  'serve.fact.signedBy': 'signed for by {as} {who}',
  'serve.fact.refused': 'signature refused, left on the premises',
  'serve.fact.refusal': 'reason: {reason}; witness {witness}',
  'serve.fact.tracking': '{mail} {trackingNo}',
  'serve.met.signed': 'Signed for on {day}; the limit is met.',
  'serve.met.posted': 'Posted on {day}; the limit is met.',
  'serve.met.sent': 'Sent on {day}; the limit is met.',
  'serve.late.signed': 'Signed for on {day}, {n} working {n|day|days} after the limit.',
  'serve.late.posted': 'Posted on {day}, {n} working {n|day|days} after the limit.',
  'serve.late.sent': 'Sent on {day}, {n} working {n|day|days} after the limit.',
  'serve.waiting.post': 'Waits for the reply to be posted',
  'serve.waiting.send': 'Waits for the reply to be sent',

  'hands.fact.lent': 'Handed to {who} for an absence',
}
