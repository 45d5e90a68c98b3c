import { Button } from 'antd'
import type { ConsoleTexts } from '../texts'
import type { Figures } from './figures'
import { figuresCsv, saveCsv } from './figures-csv'

export interface FiguresSheetProps {
  readonly t: ConsoleTexts
  readonly title: string
  readonly note: string
  readonly tables: readonly Figures[]
  /** ASCII, without its ending. */
  readonly fileName: string
}

/** What is printed is what stands here, without the page around it. */
export function FiguresSheet({ t, title, note, tables, fileName }: FiguresSheetProps) {
  const isEmpty = tables.every(({ rows }) => rows.length === 0)
  return (
    <article className="console-card console-sheet">
      <div className="console-line">
        <h2 className="console-grow">{title}</h2>
        <Button
          className="console-off-paper"
          disabled={isEmpty}
          onClick={() => saveCsv(`${fileName}.csv`, figuresCsv(title, tables))}
        >
          {t.download}
        </Button>
        <Button className="console-off-paper" disabled={isEmpty} onClick={() => window.print()}>
          {t.print}
        </Button>
      </div>
      <p className="console-quiet">{note}</p>
      {isEmpty ? <p role="status">{t.nothingArrived}</p> : tables.map(one => <FiguresTable key={one.title} {...one} />)}
    </article>
  )
}

function FiguresTable({ title, columns, rows }: Figures) {
  return (
    <table className="console-figures">
      <caption>{title}</caption>
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th key={column} scope="col" className={typeof rows[0]?.[at] === 'number' ? 'console-count' : ''}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.slice(0, 4).join(' ')} className={at === rows.length - 1 ? 'console-total' : ''}>
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={columns[column]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={columns[column]} className={typeof cell === 'number' ? 'console-count' : ''}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
