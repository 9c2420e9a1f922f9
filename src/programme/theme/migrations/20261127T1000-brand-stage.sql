-- The life of a brand (提炼 · 建设 · 打响): built once its theme takes effect, made known once an approved publication cites
-- its records. Each change with its moment, its person and its ground; the latest row of a theme is how its brand stands.
create table brand_stage (
  id bigint generated always as identity primary key,
  theme_id uuid not null references theme,
  stage text not null check (stage in ('build', 'make-known')),
  ground text not null check (ground in ('took-effect', 'carried-over', 'taken-over', 'published', 'publication-withdrawn')),
  -- the title of the publication, and why it was withdrawn
  words text not null,
  -- the publication that made it known, or whose withdrawal ended that
  publication_id uuid,
  -- since when it stands so: a revision that keeps the brand keeps the day
  since date not null,
  person_id uuid not null references person,
  at timestamptz not null,
  constraint a_publication_makes_known_or_its_withdrawal_ends_that check (
    (ground in ('published', 'publication-withdrawn')) = (publication_id is not null)
    and (ground <> 'published' or stage = 'make-known') and (ground <> 'publication-withdrawn' or stage = 'build'))
);
comment on table brand_stage is 'append-only';
create index brand_stage_by_theme on brand_stage (theme_id, id desc);

insert into brand_stage (theme_id, stage, ground, words, since, person_id, at)
select theme.id, 'build', case step.step when 'in-force' then 'took-effect' else 'taken-over' end, '',
  theme.effective_on, step.person_id, step.at
from theme_step step join theme on theme.id = step.theme_id
where theme.effective_on is not null
  and (step.step = 'in-force' or (step.step = 'taken-over' and theme.began_on is not null))
order by step.id;
