import type { BookletModel } from '../../booklet/booklet-model'
import { paragraph, section, type Chapter } from '../../booklet/text-blocks'
import { statutoryTerms } from '../../../domain/clocks/statutory-terms'
import { REGULATION_DEFINED } from '../law'

/** 前言. */
export const foreword = ({ agency }: BookletModel): Chapter => ({
  title: '前言',
  blocks: [
    paragraph(
      `为方便公民、法人和其他组织获取${agency.name}（以下称本机关）的政府信息，根据${REGULATION_DEFINED}第十二条第二款，编制本指南。`,
    ),
    paragraph(
      '本指南说明本机关政府信息的分类、编排体系和获取方式，申请公开的办法和期限，政府信息公开工作机构的名称、办公地址、办公时间、联系电话、传真号码和互联网联系方式，以及监督和救济的途径。',
    ),
    paragraph('本指南所列事项有变动的，以本机关最近一次编制的版本为准。'),
  ],
})

/** 一、政府信息的分类 (arts. 12(2), 14-16, 20, 26; reference 5.1, 5.3, 8.5). */
export const classesChapter = (): Chapter => ({
  title: '一、政府信息的分类',
  blocks: [
    paragraph('本机关的政府信息按公开属性分为主动公开、依申请公开、不予公开三类，每件信息在拟制时确定其中一类。'),
    section('（一）主动公开的政府信息'),
    paragraph(
      '本机关依照《条例》第二十条主动公开政府信息，包括行政规范性文件（第一项）、行政许可（第五项）、行政处罚和行政强制（第六项）、行政事业性收费（第八项）等方面的信息。',
    ),
    paragraph(
      `属于主动公开范围的政府信息，自该信息形成或者变更之日起${statutoryTerms.proactivePublication.workingDays}个工作日内公开；法律、法规另有规定的，从其规定（《条例》第二十六条）。`,
    ),
    section('（二）依申请公开的政府信息'),
    paragraph(
      '除主动公开的政府信息外，公民、法人和其他组织可以向本机关申请获取相关政府信息（《条例》第二十七条），办法见第四部分。',
    ),
    section('（三）不予公开的政府信息'),
    paragraph(
      '依法确定为国家秘密的，法律、行政法规禁止公开的，公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息，不予公开（《条例》第十四条）。',
    ),
    paragraph(
      '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害的政府信息，不予公开；第三方同意公开，或者不公开会对公共利益造成重大影响的，予以公开（《条例》第十五条）。',
    ),
    paragraph(
      '人事管理、后勤管理、内部工作流程等内部事务信息，履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息，以及行政执法案卷信息，可以不予公开（《条例》第十六条）。',
    ),
    paragraph(
      '含有不应当公开的内容，但能够作区分处理的，提供可以公开的内容，并对不予公开的内容说明理由（《条例》第三十七条）。',
    ),
  ],
})

/** 二、编排体系 (art. 12(2), (3); reference 8.2, 8.3). */
export const arrangementChapter = ({ topics }: BookletModel): Chapter => ({
  title: '二、政府信息的编排体系',
  blocks: [
    paragraph(
      '本机关编制政府信息公开目录，列明每件主动公开的政府信息的索引号、名称、内容概述、生成日期（《条例》第十二条第三款），有发文字号、发文机关的一并列明。',
    ),
    paragraph('索引号一经编定不再改变，也不用于其他信息。知道发文字号的，可以查目录末尾的发文字号索引。'),
    paragraph(`目录按下列${topics.length}个主题分类编排，同一类中按生成日期由近及远排列：`),
    {
      kind: 'table',
      rows: pairs(topics.map(({ code, name }) => `${code}　${name}`)).map(([label, text]) => ({ label, text })),
    },
  ],
})

/** Two classes a line; the code and name of the first stand as its label. */
function pairs(names: readonly string[]): readonly (readonly [string, string])[] {
  const half = Math.ceil(names.length / 2)
  return names.slice(0, half).map((name, index) => [name, names[half + index] ?? ''])
}
