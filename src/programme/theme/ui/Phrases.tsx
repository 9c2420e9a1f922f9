import { Form, Input, Radio, Segmented } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { useRead } from '#web/api.ts'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { WholeTable } from '#web/DataTable.tsx'
import { useSay } from '#web/language.ts'
import { type Me, useMe } from '#web/me.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { useFilters } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { frameWords } from '#web/words.ts'
import { phraseContract } from '../contract-phrase.ts'
import { phraseMessages } from '../messages-phrase.ts'
import { concernedPosts } from '../rules/permissions.ts'

type List = OutputOf<typeof phraseContract.listPhrases>
type Phrase = List['rows'][number]

/** The organisations for which somebody reviews or checks. */
export function reviewingFor({ posts }: Me): { id: string; name: string }[] {
  const held = posts.filter(
    ({ post, organisationKind }) => concernedPosts.includes(post) && organisationKind !== 'branch',
  )
  return [...new Map(held.map(({ organisation: id, organisationName: name }) => [id, { id, name }])).values()]
}

/** Common phrases of an organisation: shared ones and one's own. */
export function Phrases() {
  const say = useSay(phraseMessages)
  const places = reviewingFor(useMe())
  const [{ organisation }, setFilters] = useFilters({ organisation: places[0]?.id ?? '' })
  const read = useRead(phraseContract.listPhrases, { organisation }, { keep: true })
  return (
    <Shown read={read}>
      {(list) => (
        <Screen title={say.phrases} lead={say.lead} actions={<Add organisation={organisation} />}>
          {places.length > 1 && (
            <p>
              <Segmented
                aria-label={say.organisation}
                value={organisation}
                onChange={(id) => setFilters({ organisation: id })}
                options={places.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </p>
          )}
          <Rows list={list} />
        </Screen>
      )}
    </Shown>
  )
}

function Rows({ list }: { list: List }) {
  const say = useSay(phraseMessages)
  const frame = useSay(frameWords)
  return (
    <>
      <WholeTable<Phrase>
        rows={list.rows}
        rowKey={(row) => row.id}
        caption={`${say.phrases} ${list.organisation.name}`}
        empty={say.empty}
        columns={[
          { key: 'text', title: say.text, render: (row) => row.text },
          { key: 'kind', title: say.kind, render: (row) => <Mark>{row.shared ? say.shared : say.own}</Mark> },
          { key: 'by', title: say.by, render: (row) => row.by },
          { key: 'verbs', title: frame.mark, render: (row) => <Verbs phrase={row} /> },
        ]}
      />
      {!list.rows.some(({ shared }) => shared) && <Usual list={list} />}
    </>
  )
}

/** What is offered for want of shared ones; one press makes it shared, to be changed. */
function Usual({ list }: { list: List }) {
  const say = useSay(phraseMessages)
  return (
    <section className="part">
      <p>{say.usual}</p>
      {list.usual.map((text) => (
        <p key={text}>
          {text}{' '}
          <ActionButton
            operation={phraseContract.addPhrase}
            input={{ organisation: list.organisation.id, text, shared: true }}
            small
          >
            {say.takeOver}
          </ActionButton>
        </p>
      ))}
    </section>
  )
}

function Add({ organisation }: { organisation: string }) {
  const say = useSay(phraseMessages)
  return (
    <FormButton
      operation={phraseContract.addPhrase}
      params={{ organisation }}
      initial={{ shared: true }}
      label={say.add}
      submit={say.save}
      main
    >
      <Words />
      <Form.Item name="shared" label={say.kind}>
        <Radio.Group
          options={[
            { value: true, label: say.shared },
            { value: false, label: say.own },
          ]}
        />
      </Form.Item>
    </FormButton>
  )
}

function Words() {
  const say = useSay(phraseMessages)
  const must = useMust()
  return (
    <Form.Item name="text" label={say.text} rules={must}>
      <Input.TextArea rows={3} maxLength={200} />
    </Form.Item>
  )
}

function Verbs({ phrase }: { phrase: Phrase }) {
  const say = useSay(phraseMessages)
  return (
    <div className="verbs">
      <FormButton
        operation={phraseContract.changePhrase}
        params={{ phrase: phrase.id }}
        initial={{ text: phrase.text }}
        label={say.change}
        submit={say.save}
        small
      >
        <Words />
      </FormButton>
      <ActionButton
        operation={phraseContract.removePhrase}
        input={{ phrase: phrase.id }}
        confirm={`${phrase.text} ${say.removeSure}`}
        small
      >
        {say.remove}
      </ActionButton>
    </div>
  )
}
