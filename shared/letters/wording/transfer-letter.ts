import { formatDay } from '../../domain/calendar/civil-date'
import type { TransferLetter } from '../model/form-models'
import { CHANNEL } from './channel-words'
import { REGULATION_DEFINED } from './law'
import { worded } from './office-text'
import { closingOf, paragraph, withEndMark, withoutEndMark, type BodyPart } from './reply-letter'

export const TRANSFER_TITLE = '关于转送政府信息公开申请的函'
export const TRANSFER_NOTICE_TITLE = '政府信息公开申请转送告知书'
export const DESCRIPTION_TITLE = '申请公开的政府信息'

/** A description longer than this is not quoted in the letter but carried as its first attachment. */
const LONGEST_QUOTED = 240
export const isCarried = ({ description }: TransferLetter): boolean => [...description].length > LONGEST_QUOTED

/** S04 to the other agency: what came, from whom, why it is passed on, and from when its own clock runs. */
export const transferBody = (model: TransferLetter): BodyPart[] => [
  paragraph(
    `${arrived(model)}申请人${model.applicantName}${CHANNEL[model.channel]}的政府信息公开申请（登记编号：${model.requestNo}），${asked(model)}`,
  ),
  reasonOf(model),
  paragraph(
    `现将该申请及所附材料转送你单位，请依照${REGULATION_DEFINED}的规定办理并答复申请人。` +
      `你单位${came(model)}该申请，${term(model)}。转送情况已书面告知申请人。`,
  ),
  paragraph('特此函告。'),
]

/** The notice to the applicant. Procedural: no remedy clause, the reply itself carries it. */
export const transferNoticeBody = (model: TransferLetter): BodyPart[] => {
  const { toAgency, addressedAs: you } = model
  return [
    paragraph(
      `${arrived(model)}${you}${CHANNEL[model.channel]}的政府信息公开申请（登记编号：${model.requestNo}），${asked(model, `${you}申请公开`)}`,
    ),
    reasonOf(model),
    paragraph(
      `本机关已将${you}的申请及所附材料转送${toAgency.name}。该机关${came(model)}，` +
        `将依照${REGULATION_DEFINED}的规定答复，${term(model)}。${you}无需重新提交申请。`,
    ),
    paragraph(
      `${toAgency.name}的联系方式：${toAgency.contactName}，电话：${toAgency.contactPhone}，地址：${toAgency.address}。`,
    ),
    ...closingOf(model, you, '本告知书'),
    paragraph('特此告知。'),
  ]
}

const reasonOf = (model: TransferLetter): BodyPart =>
  paragraph(worded(model, 'reasons', { 理由: withEndMark(model.reason) }))

const came = ({ passedOn, hadSince }: TransferLetter): string =>
  hadSince ? `已于${formatDay(hadSince)}首次收到，于${formatDay(passedOn)}再次收到` : `于${formatDay(passedOn)}收到`

/** What comes back is not received anew (arts. 31, 33): the term runs from the first receipt. */
const term = ({ hadSince }: TransferLetter): string =>
  hadSince ? '答复期限仍自首次收到的次日起计算' : '答复期限自次日起计算'

const arrived = ({ receivedOn }: TransferLetter): string =>
  receivedOn ? `本机关于${formatDay(receivedOn)}收到` : '本机关收到'

const asked = (model: TransferLetter, lead = '申请公开'): string =>
  isCarried(model) ? '申请公开的政府信息见附件。' : `${lead}：“${withoutEndMark(model.description)}”。`
