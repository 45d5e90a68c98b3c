import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import type { OfficeNameProps } from './office-name'

/** Only an office that never had a machine goes; of any other it is said why not. */
export function OfficeRemoval({ t, link, office, onChanged }: OfficeNameProps) {
  const { officeId, name, acts, machines } = office
  const [isAsked, setIsAsked] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const remove = async () => {
    const done = await link.removeOffice(officeId)
    setTrouble(done.ok ? null : done.problem.kind === 'refused' ? t.notRemoved : t.away)
    setIsAsked(false)
    onChanged()
  }
  const mayGo = acts === 0 && machines === 0
  return (
    <section aria-labelledby="office-removal">
      <h3 id="office-removal">{t.removeTitle}</h3>
      {trouble && <Alert type="warning" title={trouble} role="alert" />}
      <div className="console-line">
        <p className="console-quiet">{mayGo ? t.mayRemove : t.mayNotRemove}</p>
        {mayGo && (
          <Button danger onClick={() => setIsAsked(true)}>
            {t.remove}
          </Button>
        )}
      </div>
      <Modal
        open={isAsked}
        title={t.removeAsk(name)}
        onCancel={() => setIsAsked(false)}
        cancelText={t.keepOffice}
        okText={t.remove}
        okButtonProps={{ danger: true }}
        onOk={() => remove()}
      >
        <p>{t.removeMeans}</p>
      </Modal>
    </section>
  )
}
