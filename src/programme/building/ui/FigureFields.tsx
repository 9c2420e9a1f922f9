import { Button, Form, Input, Select } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { useRead } from '#web/api.ts'
import { useSay } from '#web/language.ts'
import type { buildingContract } from '../contract.ts'
import { measureContract } from '../contract-measure.ts'
import { buildingMessages } from '../messages.ts'
import { qualifiers } from '../rules/record.ts'

type Figure = OutputOf<typeof buildingContract.readRecord>['figures'][number]

interface Typed {
  measure?: string
  name?: string
  value?: string
  unit?: string
  qualifier: Figure['qualifier']
  items?: string
}

/** A figure as the form holds it: the things named in one text. */
export function typedFigure({ measure, items, ...figure }: Figure): Typed {
  return { ...figure, ...(measure && { measure }), items: items.join('\n') }
}

/** What is sent: a measure brings name and unit itself, and things named are counted by the server. */
export function recordInput(typed: Record<string, unknown>): Record<string, unknown> {
  const figures = ((typed.figures ?? []) as Typed[]).map(({ measure, name, value, unit, qualifier, items }) => {
    if (!measure) return { name, value, unit, qualifier }
    return items?.trim() ? { measure, items: [items], qualifier } : { measure, value, qualifier }
  })
  return { ...typed, figures }
}

/** The figures of a record: of the programme's measures, or the branch's own. */
export function FigureFields({ organisation }: { organisation: string }) {
  const say = useSay(buildingMessages)
  const measures = useRead(measureContract.listMeasures, { organisation, limit: 200 }).data?.rows ?? []
  return (
    <Form.List name="figures">
      {(figures, { add, remove }) => (
        <fieldset className="words">
          <legend>{say.figures}</legend>
          {figures.map(({ key, name }) => (
            <div key={key}>
              <OneFigure at={name} measures={measures} />
              <Button size="small" onClick={() => remove(name)}>
                {say.removeFigure}
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => add({ qualifier: 'exact' })}>
            {say.addFigure}
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}

type Measures = OutputOf<typeof measureContract.listMeasures>['rows']

function OneFigure({ at, measures }: { at: number; measures: Measures }) {
  const say = useSay(buildingMessages)
  const chosen = Form.useWatch(['figures', at, 'measure'])
  const measure = measures.find(({ id }) => id === chosen)
  const distinct = measure?.addition === 'distinct'
  return (
    <>
      <Form.Item name={[at, 'measure']} label={say.measure}>
        <Select
          allowClear
          placeholder={say.ownFigure}
          optionFilterProp="label"
          options={measures.map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }))}
        />
      </Form.Item>
      {!chosen && (
        <Form.Item name={[at, 'name']} label={say.figureName} required>
          <Input maxLength={30} />
        </Form.Item>
      )}
      <Form.Item name={[at, 'qualifier']} label={say.qualifier} required>
        <Select options={qualifiers.map((each) => ({ value: each, label: say[each].trim() }))} />
      </Form.Item>
      {distinct ? (
        <Form.Item name={[at, 'items']} label={say.items} extra={say.itemsHint} required>
          <Input.TextArea rows={3} />
        </Form.Item>
      ) : (
        <Form.Item
          name={[at, 'value']}
          label={measure ? `${say.figureValue}（${measure.unit}）` : say.figureValue}
          required
        >
          <Input inputMode="decimal" maxLength={18} />
        </Form.Item>
      )}
      {!chosen && (
        <Form.Item name={[at, 'unit']} label={say.figureUnit} required>
          <Input maxLength={10} />
        </Form.Item>
      )}
    </>
  )
}
