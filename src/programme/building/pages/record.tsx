import type { OutputOf } from '#basics/contract.ts'
import { labelsIn } from '#basics/messages.ts'
import { Form, Submit, TextField } from '#portal/form.tsx'
import type { Page, PageRequest } from '#portal/page.ts'
import { evidenceContract } from '#support/evidence/contract.ts'
import { evidenceMessages } from '#support/evidence/messages.ts'
import { buildingContract } from '../contract.ts'
import { taskContract } from '../contract-task.ts'
import { buildingMessages } from '../messages.ts'
import { RecordCard } from './RecordCard.tsx'
import { RecordFields } from './RecordFields.tsx'

type Shown = OutputOf<typeof buildingContract.readRecord>

/** One record: what it says, its file, what it said before; correcting, withdrawing and confirming for those who may. */
export const recordPage: Page = {
  path: '/my/records/:record',
  async render(request) {
    const say = labelsIn(buildingMessages, request.language)
    const record = await request.ask(buildingContract.readRecord, { record: request.params.record ?? '' })
    const task = record.task ? await taskOf(request, record.task.id) : undefined
    const may = (verb: Shown['allowed'][number]) => record.allowed.includes(verb)
    const on = { request, params: { record: record.id } }
    return {
      title: say.title,
      section: 'my',
      body: (
        <>
          <div className="card">
            <RecordCard row={record} language={request.language} linked={false} />
            <p className="meta">
              {record.organisation.name} · {say.enteredBy} {record.enteredBy} · {record.enteredAt.slice(0, 10)}
              {record.beforeTerm && ` · ${say.beforeTerm}`}
            </p>
            {record.evidence && (
              <p>
                {say.evidence}：<FileLink file={record.evidence} />
              </p>
            )}
            {record.confirmation && (
              <p className="meta">
                {say.confirmed} · {record.confirmation.by} · {record.confirmation.at.slice(0, 10)}
              </p>
            )}
            {record.withdrawal && (
              <p className="meta">
                {say.withdrawn} · {record.withdrawal.by} · {record.withdrawal.at.slice(0, 10)} ·{' '}
                {record.withdrawal.reason}
              </p>
            )}
          </div>
          {may('confirm') && (
            <Form {...on} operation={buildingContract.confirmRecord}>
              <Submit>{say.confirm}</Submit>
            </Form>
          )}
          {may('attach') && <Attach request={request} record={record} />}
          {may('correct') && (
            <details className="card">
              <summary>{say.correct}</summary>
              <Form {...on} operation={buildingContract.correctRecord}>
                <RecordFields language={request.language} today={record.happenedOn} record={record} task={task} />
                <TextField name="reason" label={say.reason} required maxLength={200} />
                <Submit>{say.saveCorrection}</Submit>
              </Form>
            </details>
          )}
          {may('withdraw') && (
            <details className="card">
              <summary>{say.withdraw}</summary>
              <Form {...on} operation={buildingContract.withdrawRecord}>
                <TextField name="reason" label={say.reason} required maxLength={200} />
                <Submit plain>{say.withdraw}</Submit>
              </Form>
            </details>
          )}
          <Versions request={request} record={record} />
        </>
      ),
    }
  },
}

/** The task with the figures it wants. */
async function taskOf(request: PageRequest, id: string) {
  return request.ask(taskContract.readTask, { task: id })
}

function FileLink({ file }: { file: { id: string; name: string } }) {
  const path = evidenceContract.downloadEvidence.path.replace(':evidence', file.id)
  return <a href={`/api${path}`}>{file.name}</a>
}

function Attach({ request, record }: { request: PageRequest; record: Shown }) {
  const say = { ...labelsIn(evidenceMessages, request.language), ...labelsIn(buildingMessages, request.language) }
  return (
    <details className="card">
      <summary>{say.attach}</summary>
      <Form request={request} operation={buildingContract.attachFile} params={{ record: record.id }} files>
        <p>
          <b>{say.nothingSecret}</b>
        </p>
        <div className="field">
          <label htmlFor="file">{say.file}</label>
          <p className="hint" id="file-hint">
            {say.hint}
          </p>
          <input
            id="file"
            name="file"
            type="file"
            aria-describedby="file-hint"
            accept=".jpg,.jpeg,.png,.pdf,.docx,.xlsx"
          />
        </div>
        <Submit>{say.upload}</Submit>
      </Form>
    </details>
  )
}

function Versions({ request, record }: { request: PageRequest; record: Shown }) {
  const say = labelsIn(buildingMessages, request.language)
  if (record.versions.length === 0) return null
  return (
    <>
      <h2>{say.versions}</h2>
      <ul className="cards">
        {record.versions.map((version) => (
          <li key={version.version}>
            <p className="meta">
              {version.happenedOn} <span className="tag">{say[version.kind]}</span>
            </p>
            <p>{version.sentence}</p>
            <p className="meta">
              {version.replacedAt.slice(0, 10)} {version.replacedBy} · {say.reason}：{version.reason}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
