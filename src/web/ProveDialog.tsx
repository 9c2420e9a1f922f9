import { Button, Form, Input, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { accountContract } from '#support/account/contract.ts'
import { useChange } from './api.ts'
import { useSay } from './language.ts'
import { FormProblem, useMust } from './Problem.tsx'
import { proofIsAskedBy } from './proof.ts'
import { frameWords } from './words.ts'

/** Asks for the password (and the code) once more; whoever asked goes on when it was right. */
export function ProveDialog() {
  const say = useSay(frameWords)
  const [form] = Form.useForm()
  const [open, setOpen] = useState(false)
  const answer = useRef<((proved: boolean) => void) | null>(null)
  const prove = useChange(accountContract.proveAgain, { once: false })
  useEffect(() => {
    proofIsAskedBy(
      () =>
        new Promise((resolve) => {
          answer.current = resolve
          setOpen(true)
        }),
    )
    return () => proofIsAskedBy(null)
  }, [])
  const close = (proved: boolean) => {
    setOpen(false)
    answer.current?.(proved)
    answer.current = null
  }
  return (
    <Modal
      open={open}
      title={say.proveTitle}
      footer={null}
      onCancel={() => close(false)}
      destroyOnHidden
      zIndex={2000}
      closable={{ 'aria-label': say.close }}
    >
      <p>{say.proveWhy}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ password, code }: { password: string; code?: string }) =>
          prove.mutate({ password, ...(code && { code }) }, { onSuccess: () => close(true) })
        }
        preserve={false}
      >
        <FormProblem error={prove.error} form={form} />
        <Form.Item name="password" label={say.password} rules={useMust()}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        <Form.Item name="code" label={say.code} extra={say.codeHint}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={prove.isPending}>
          {say.yes}
        </Button>
      </Form>
    </Modal>
  )
}
