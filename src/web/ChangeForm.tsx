import { App, Button, Form, Modal } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import type { InputOf, Operation, OutputOf } from '#basics/contract.ts'
import { given, useChange } from './api.ts'
import { useSay } from './language.ts'
import { FormProblem, Problem } from './Problem.tsx'
import { frameWords } from './words.ts'

type PathOf<O extends Operation> = Omit<InputOf<O>, keyof import('zod/mini').output<O['input']>>

/** A form for one operation: its Form.Items are named like the fields, problems appear at theirs. Empty fields are not sent. */
export function ChangeForm<O extends Operation>({
  operation,
  params,
  initial,
  submit,
  toInput,
  onDone,
  children,
}: {
  operation: O
  /** What stands in the operation's path. */
  params: PathOf<O>
  initial?: Record<string, unknown>
  submit: string
  /** What is sent, when it is not simply what the fields hold. */
  toInput?: (typed: Record<string, unknown>) => Record<string, unknown>
  onDone?: (answer: OutputOf<O>) => void
  children: ReactNode
}) {
  const say = useSay(frameWords)
  const { message } = App.useApp()
  const [form] = Form.useForm()
  // a name of its own, so that a label finds its field when the screen has several forms
  const name = useId()
  const change = useChange(operation)
  const send = (typed: Record<string, unknown>) => {
    const fields = given(toInput ? toInput(typed) : typed)
    change.mutate({ ...fields, ...params } as unknown as InputOf<O>, {
      onSuccess: (answer) => {
        void message.success(say.done)
        onDone?.(answer)
      },
    })
  }
  return (
    <Form form={form} name={name} layout="vertical" initialValues={initial ?? {}} onFinish={send} scrollToFirstError>
      <FormProblem error={change.error} form={form} />
      {children}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {submit}
      </Button>
    </Form>
  )
}

/** A button that asks one operation, after a question where `confirm` is given; a download is saved. */
export function ActionButton<O extends Operation>({
  operation,
  input,
  confirm,
  main = false,
  small = false,
  once = true,
  onDone,
  children,
}: {
  operation: O
  input: InputOf<O>
  /** False where the answer is a secret: see `useChange`. */
  once?: boolean
  /** What will happen, in a sentence; asked before it does. */
  confirm?: string
  main?: boolean
  small?: boolean
  onDone?: (answer: OutputOf<O>) => void
  children: ReactNode
}) {
  const say = useSay(frameWords)
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const change = useChange(operation, { once })
  const act = () =>
    change.mutate(input, {
      onSuccess: (answer) => {
        setOpen(false)
        if (operation.kind !== 'download') void message.success(say.done)
        onDone?.(answer)
      },
      onError: () => setOpen(true),
    })
  return (
    <>
      <Button
        {...(main && { type: 'primary' as const })}
        size={small ? 'small' : 'middle'}
        loading={change.isPending && !open}
        onClick={() => {
          change.reset()
          if (confirm) setOpen(true)
          else act()
        }}
      >
        {children}
      </Button>
      <Modal
        open={open}
        title={say.sure}
        okText={say.yes}
        cancelText={say.cancel}
        confirmLoading={change.isPending}
        onOk={act}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        {confirm && <p>{confirm}</p>}
        <Problem error={change.error} />
      </Modal>
    </>
  )
}

/** A button that opens a form for one operation in a dialog. */
export function FormButton<O extends Operation>({
  label,
  title,
  main = false,
  small = false,
  children,
  onDone,
  ...form
}: Omit<Parameters<typeof ChangeForm<O>>[0], 'submit'> & {
  label: string
  title?: string
  submit?: string
  main?: boolean
  small?: boolean
}) {
  const say = useSay(frameWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        {...(main && { type: 'primary' as const })}
        size={small ? 'small' : 'middle'}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Modal
        open={open}
        title={title ?? label}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
        closable={{ 'aria-label': say.close }}
      >
        <ChangeForm<O>
          {...(form as Omit<Parameters<typeof ChangeForm<O>>[0], 'submit' | 'children'>)}
          submit={form.submit ?? label}
          onDone={(answer) => {
            setOpen(false)
            onDone?.(answer)
          }}
        >
          {children}
        </ChangeForm>
      </Modal>
    </>
  )
}
