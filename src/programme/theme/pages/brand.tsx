import type { ReactNode } from 'react'
import { labelsIn } from '#basics/messages.ts'
import type { Page, PageRequest } from '#portal/page.ts'
import { NoticePicture } from '#programme/notice/pages/NoticePicture.tsx'
import { themeContract } from '../contract.ts'
import { themeMessages } from '../messages.ts'
import { storyMessages } from '../messages-story.ts'
import { Passage } from './Passage.tsx'

/** What later parts of the programme have to show about a brand, beneath what is said of it here. */
type Beneath = (request: PageRequest, branch: string) => Promise<ReactNode>

/** One theme in force, as it was disclosed, with words that adopted opinions changed already in it. */
export const brandPage = (beneath: Beneath): Page => ({
  path: '/wall/:brand',
  async render(request) {
    const say = labelsIn(themeMessages, request.language)
    const story = labelsIn(storyMessages, request.language)
    const brand = await request.ask(themeContract.readBrand, { brand: request.params.brand! })
    const changed = (label: string) => brand.changed.some((each) => each.label === label)
    // the title says the name already, unless opinions changed it
    const shown = brand.passages.filter(({ label }, at) => at > 0 || changed(label))
    const more = await beneath(request, brand.branch.id)
    return {
      title: brand.name,
      section: 'wall',
      body: (
        <>
          <div className="card">
            <p className="meta">
              {brand.branch.name}
              {brand.region && ` · ${brand.region}`} · {say.effectiveOn} {brand.since} · {say[brand.scope]}
            </p>
            {brand.mark && <NoticePicture {...brand.mark} />}
            <dl>
              {shown.map(({ label, text }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    <Passage
                      label={label}
                      text={text}
                      changed={brand.changed}
                      notice={brand.notice ?? undefined}
                      language={request.language}
                    />
                  </dd>
                </div>
              ))}
            </dl>
            {brand.checkedBy && (
              <p className="meta">
                {say.checkedBy}：{brand.checkedBy}
              </p>
            )}
          </div>
          {more}
          <p>
            {brand.notice && <a href={`/notices/${brand.notice}`}>{say.seeNotice}</a>} ·{' '}
            <a href={`/stories/${brand.branch.id}`}>{story.see}</a> · <a href="/wall">{say.wall}</a>
          </p>
        </>
      ),
    }
  },
})
