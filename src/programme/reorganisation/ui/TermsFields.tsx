import { Button, Form, Input, Select } from 'antd'
import { fill } from '#basics/messages.ts'
import { organisationContract, organisationKinds } from '#programme/organisation/contract.ts'
import { organisationMessages } from '#programme/organisation/messages.ts'
import { structureMessages } from '#programme/organisation/messages-structure.ts'
import { unitKinds } from '#programme/organisation/rules/units.ts'
import { titleFates } from '#programme/selection/rules/hand-over.ts'
import { fates } from '#programme/theme/rules/hand-over.ts'
import { useRead } from '#web/api.ts'
import { useSay } from '#web/language.ts'
import { useMust } from '#web/Problem.tsx'
import { reorganisationMessages } from '../messages.ts'
import type { Of } from '../rules/terms.ts'
import { PeoplePicker, PlacePicker } from './Picker.tsx'
import { endingIn, type Typed } from './terms-typed.ts'

/** The fields of an act by its kind, and what becomes of the themes of every branch that ends. */
export function TermsFields({ typed }: { typed: Partial<Typed> }) {
  const say = useSay(reorganisationMessages)
  const must = useMust()
  const { kind, of = 'organisation' } = typed
  const unit = of === 'unit'
  const subject = (
    <Form.Item name="id" label={unit ? say.subjectUnit : say.subject} rules={must}>
      <PlacePicker<string> of={of} />
    </Form.Item>
  )
  return (
    <>
      {kind === 'set-up' && <NewcomerFields at={['newcomer']} of={of} />}
      {kind === 'set-up' && !unit && (
        <Form.Item name="units" label={say.unitsTied}>
          <PlacePicker<string[]> of="unit" several />
        </Form.Item>
      )}
      {kind === 'merge' && <MergeFields typed={typed} of={of} />}
      {kind !== undefined && kind !== 'set-up' && kind !== 'merge' && subject}
      {kind === 'rename' && <NameFields />}
      {kind === 'move' && (
        <Form.Item name="parent" label={unit ? say.newParentUnit : say.newParent} rules={unit ? [] : must}>
          <PlacePicker<string> of={of} />
        </Form.Item>
      )}
      {kind === 'region' && (
        <Form.Item name="region" label={say.newRegion}>
          <Input maxLength={20} />
        </Form.Item>
      )}
      {kind === 'dissolve' && (
        <Form.Item name="successor" label={unit ? say.successorUnit : say.successor} rules={must}>
          <PlacePicker<string> of={of} />
        </Form.Item>
      )}
      {kind === 'split' && <SplitFields typed={typed} of={of} />}
      {(kind === 'tie' || kind === 'untie') && (
        <Form.Item name="unit" label={say.unit} rules={must}>
          <PlacePicker<string> of="unit" />
        </Form.Item>
      )}
      {endingIn(typed).map((id) => (
        <BequestFields key={id} organisation={id} />
      ))}
    </>
  )
}

function NameFields() {
  const say = useSay(reorganisationMessages)
  const must = useMust()
  return (
    <>
      <Form.Item name="name" label={say.newName} rules={must}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="shortName" label={say.newShortName}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  )
}

function NewcomerFields({ at, of }: { at: (string | number)[]; of: Of }) {
  const say = useSay(reorganisationMessages)
  const organisation = useSay(organisationMessages)
  const structure = useSay(structureMessages)
  const must = useMust()
  const kinds =
    of === 'unit'
      ? unitKinds.map((value) => ({ value, label: structure[value] }))
      : organisationKinds.map((value) => ({ value, label: organisation[value] }))
  return (
    <>
      <Form.Item name={[...at, 'name']} label={say.newName} rules={must}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={[...at, 'shortName']} label={say.newShortName}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={[...at, 'kind']} label={say.newKind} rules={must}>
        <Select options={kinds as { value: string; label: string }[]} />
      </Form.Item>
      <Form.Item
        name={[...at, 'parent']}
        label={of === 'unit' ? say.newParentUnit : say.newParent}
        rules={of === 'unit' ? [] : must}
      >
        <PlacePicker<string> of={of} />
      </Form.Item>
      <Form.Item name={[...at, 'region']} label={say.newRegion}>
        <Input maxLength={20} />
      </Form.Item>
    </>
  )
}

function MergeFields({ typed, of }: { typed: Partial<Typed>; of: Of }) {
  const say = useSay(reorganisationMessages)
  const must = useMust()
  const modes = [
    { value: false, label: say.intoKnown },
    { value: true, label: say.intoNew },
  ]
  return (
    <>
      <Form.Item name="ids" label={of === 'unit' ? say.subjectUnits : say.subjects} rules={must}>
        <PlacePicker<string[]> of={of} several />
      </Form.Item>
      <Form.Item name="intoNew" label={say.into} initialValue={false}>
        <Select options={modes as never} />
      </Form.Item>
      {typed.intoNew ? (
        <NewcomerFields at={['newcomer']} of={of} />
      ) : (
        <Form.Item name="into" label={of === 'unit' ? say.successorUnit : say.successor} rules={must}>
          <PlacePicker<string> of={of} />
        </Form.Item>
      )}
    </>
  )
}

function SplitFields({ typed, of }: { typed: Partial<Typed>; of: Of }) {
  const say = useSay(reorganisationMessages)
  const stays = [
    { value: false, label: say.staysYes },
    { value: true, label: say.staysNo },
  ]
  return (
    <>
      <Form.Item name="ends" label={say.stays} initialValue={false}>
        <Select options={stays as never} />
      </Form.Item>
      <Form.List name="parts" initialValue={[{}]}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset className="words" key={key}>
                <legend>{fill(say.part, { number: name + 1 })}</legend>
                <NewcomerFields at={[name, 'newcomer']} of={of} />
                {of === 'organisation' && (
                  <Form.Item name={[name, 'people']} label={say.partPeople}>
                    <PeoplePicker organisation={typed.id} />
                  </Form.Item>
                )}
                <Form.Item name={[name, 'below']} label={say.partBelow}>
                  <PlacePicker<string[]> of={of} several below={of === 'organisation' ? typed.id : undefined} />
                </Form.Item>
                {fields.length > 1 && (
                  <Button size="small" onClick={() => remove(name)}>
                    {say.removePart}
                  </Button>
                )}
              </fieldset>
            ))}
            <Button onClick={() => add({})}>{say.addPart}</Button>
          </>
        )}
      </Form.List>
    </>
  )
}

/** Asked for branches alone: no other organisation has themes. */
function BequestFields({ organisation }: { organisation: string }) {
  const say = useSay(reorganisationMessages)
  const { data } = useRead(organisationContract.readOrganisation, { organisation })
  if (data?.kind !== 'branch') return null
  const options = fates.map((value) => ({ value, label: say[value] }))
  const titles = titleFates.map((value) => ({ value, label: say[`title-${value}`] }))
  return (
    <fieldset className="words">
      <legend>{fill(say.bequest, { name: data.name })}</legend>
      <div className="side-by-side">
        <Form.Item name={['bequests', organisation, 'inForce']} label={say.inForce} initialValue="end">
          <Select options={options} />
        </Form.Item>
        <Form.Item name={['bequests', organisation, 'underWay']} label={say.underWay} initialValue="end">
          <Select options={options} />
        </Form.Item>
        <Form.Item name={['bequests', organisation, 'title']} label={say.title}>
          <Select options={titles} allowClear placeholder={say.noTitle} />
        </Form.Item>
      </div>
    </fieldset>
  )
}
