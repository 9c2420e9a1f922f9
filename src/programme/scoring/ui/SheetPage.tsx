import { fill } from '#basics/messages.ts'
import { useRead } from '#web/api.ts'
import { ActionButton } from '#web/ChangeForm.tsx'
import { useLanguage, useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { useParam } from '#web/place.tsx'
import { FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { scoringContract } from '../contract.ts'
import { scoringMessages } from '../messages.ts'
import { sayOutcomes } from '../rules/sayings-outcomes.ts'
import type { Sheet } from '../rules/sheet.ts'
import { LintLine } from './LintLine.tsx'

/** One version of a rule sheet: what the check found, then the tree of indicators with their clauses as printed. */
export function SheetPage() {
  const say = useSay(scoringMessages)
  const id = useParam('sheet')
  const read = useRead(scoringContract.readSheet, { sheet: id })
  return (
    <Shown read={read}>
      {(view) => {
        const sheet = view.data as unknown as Sheet
        return (
          <Screen
            title={view.title}
            lead={
              <Mark hot={view.allowed.includes('issue')}>
                {say[view.state]} · {fill(say.version, { number: view.number })}
              </Mark>
            }
            actions={
              <>
                <ActionButton operation={scoringContract.downloadSheet} input={{ sheet: id }}>
                  {say.download}
                </ActionButton>{' '}
                {view.allowed.includes('issue') && (
                  <ActionButton
                    operation={scoringContract.issueSheet}
                    input={{ sheet: id }}
                    confirm={say.issueSure}
                    main
                  >
                    {say.issue}
                  </ActionButton>
                )}
              </>
            }
          >
            <FieldList
              fields={[
                { label: say.code, value: view.code },
                { label: say.organisation, value: view.organisation.name },
                { label: say.year, value: view.year },
                { label: say.asOf, value: view.asOf },
                { label: say.importedBy, value: `${view.importedBy} ${view.importedAt.slice(0, 10)}` },
                { label: say.issuedAt, value: view.issuedAt?.slice(0, 10) },
                { label: say.file, value: view.fileName },
                { label: say.hash, value: <code>{view.hash}</code> },
              ]}
            />
            <Part title={say.lints}>
              {view.lints.length === 0 ? (
                <p>{say.noLints}</p>
              ) : (
                <ul className="reasons">
                  {view.lints.map((lint) => (
                    <LintLine key={`${lint.table} ${lint.code} ${lint.said}`} sheet={id} lint={lint} />
                  ))}
                </ul>
              )}
            </Part>
            <Tree sheet={sheet} />
            <Naming sheet={sheet} />
          </Screen>
        )
      }}
    </Shown>
  )
}

function Tree({ sheet }: { sheet: Sheet }) {
  const say = useSay(scoringMessages)
  const nameOf = (key: string) => sheet.facts.find((need) => need.key === key)?.name ?? key
  return (
    <Part title={say.indicators}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="table-wrap codes" tabIndex={0} aria-label={say.indicators}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.code}</th>
              <th scope="col">{say.indicator}</th>
              <th scope="col" className="right">
                {say.max}
              </th>
              <th scope="col">{say.clause}</th>
              <th scope="col">{say.fact}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.indicators.flatMap(({ code, name, max }) => {
              const clauses = sheet.clauses.filter(({ indicator }) => indicator === code)
              const lines = clauses.length > 0 ? clauses : [null]
              return lines.map((clause, at) => (
                <tr key={clause?.code ?? code}>
                  {at === 0 ? <th scope="row">{code}</th> : <td />}
                  <td>{at === 0 ? name : ''}</td>
                  <td className="right">{at === 0 ? max : ''}</td>
                  <td className="words">
                    {clause?.text}{' '}
                    {clause?.kinds?.map((kind) => (
                      <Mark key={kind}>{kind}</Mark>
                    ))}
                  </td>
                  <td>{clause && nameOf(clause.fact)}</td>
                </tr>
              ))
            })}
          </tbody>
        </table>
      </section>
    </Part>
  )
}

function Naming({ sheet }: { sheet: Sheet }) {
  const say = useSay(scoringMessages)
  const language = useLanguage()
  const { level, percent, within } = sheet.naming
  return (
    <Part title={say.naming}>
      <p>{fill(within === 'region' ? say.percentOf : say.all, { level: level ?? say.anyLevel, percent })}</p>
      {sayOutcomes(sheet).map(({ list, lines }) => (
        <div key={list}>
          <h3>{say[list]}</h3>
          <ul className="reasons">
            {lines.map((line) => (
              <li key={line.zh}>{line[language]}</li>
            ))}
          </ul>
        </div>
      ))}
    </Part>
  )
}
