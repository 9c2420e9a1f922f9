import { Button, Upload } from 'antd'
import { useState } from 'react'
import type { InputOf, Operation, OutputOf } from '#basics/contract.ts'
import { sent, useChange } from '#web/api.ts'
import { Problem } from '#web/Problem.tsx'

type PathOf<O extends Operation> = Omit<InputOf<O>, 'file'>

/** Sends one chosen Excel file to an operation at once and shows why it was refused. */
export function FileButton<O extends Operation>({
  operation,
  params,
  label,
  onDone,
}: {
  operation: O
  params: PathOf<O>
  label: string
  onDone: (answer: OutputOf<O>) => void
}) {
  const change = useChange(operation)
  const [key, setKey] = useState(0)
  const send = async (file: File) => {
    const input = { ...params, file: await sent(file) } as unknown as InputOf<O>
    change.mutate(input, { onSuccess: onDone, onSettled: () => setKey(key + 1) })
  }
  return (
    <>
      <Upload
        key={key}
        accept=".xlsx"
        showUploadList={false}
        maxCount={1}
        beforeUpload={(file) => {
          void send(file)
          return false
        }}
      >
        <Button type="primary" loading={change.isPending}>
          {label}
        </Button>
      </Upload>
      <Problem error={change.error} />
    </>
  )
}
