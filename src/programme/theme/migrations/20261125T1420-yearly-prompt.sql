-- 每年确认或修订: once in a programme year the office asks every branch with a theme in force to confirm or revise it.
create table theme_prompt (
  id uuid primary key,
  cycle_id uuid not null unique references cycle,
  due_on date not null,
  opened_by uuid not null references person,
  opened_at timestamptz not null
);
comment on table theme_prompt is 'append-only';

-- What a branch answered: that its theme still holds, with a sentence why if it likes, or a revision that it has begun.
create table theme_prompt_answer (
  id uuid primary key,
  prompt_id uuid not null references theme_prompt,
  organisation_id uuid not null references organisation,
  -- the theme in force that is confirmed, or to be revised
  theme_id uuid not null references theme,
  revision_id uuid references theme,
  sentence text not null,
  answered_by uuid not null references person,
  answered_at timestamptz not null,
  constraint a_revision_says_why_itself check (revision_id is null or sentence = '')
);
comment on table theme_prompt_answer is 'append-only';
create unique index a_theme_is_confirmed_once_a_year on theme_prompt_answer (prompt_id, organisation_id)
  where revision_id is null;
create unique index a_revision_answers_once on theme_prompt_answer (revision_id) where revision_id is not null;
create index theme_prompt_answer_by_organisation on theme_prompt_answer (organisation_id, answered_at);
