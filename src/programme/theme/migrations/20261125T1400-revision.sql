-- A theme in force is changed by a revision: another theme that names the one it is to replace, and says why.
alter table theme
  add column revises_id uuid references theme,
  -- correction: words only; adjustment: the same brand, said anew; renewal: another brand, begun anew
  add column revision_kind text check (revision_kind in ('correction', 'adjustment', 'renewal')),
  add column revision_reason text,
  add constraint a_revision_says_what_it_replaces_and_why check (
    (revises_id is null) = (revision_kind is null) and (revises_id is null) = (revision_reason is null)
    and (revision_reason is null or revision_reason <> '')),
  add constraint nothing_revises_itself check (revises_id <> id);
create unique index one_revision_replaces_a_theme on theme (revises_id) where state in ('in-force', 'replaced');

-- The branch gives up what it has not handed in, or what came back to it.
alter table theme drop constraint theme_state_check;
alter table theme add constraint theme_state_check check (state in
  ('draft', 'submitted', 'returned', 'rejected', 'passed', 'checked', 'noticed', 'in-force', 'replaced', 'abandoned'));
alter table theme drop constraint a_state_has_its_columns;
alter table theme add constraint a_state_has_its_columns check (
  (state = 'submitted') = (stage is not null)
  and (state in ('returned', 'rejected')) = (reasons is not null)
  and (state in ('draft', 'abandoned') or submitted_by is not null)
  and (state in ('checked', 'noticed', 'in-force', 'replaced')) = (checked_by is not null)
  and (checked_by is null) = (checked_at is null)
  and (state in ('noticed', 'in-force', 'replaced')) = (notice_id is not null)
  and (notice_id is null) = (scope is null)
  and (state in ('in-force', 'replaced')) = (effective_on is not null)
  and (state = 'replaced') = (ended_on is not null));
alter table theme_step drop constraint theme_step_step_check;
alter table theme_step add constraint theme_step_step_check check (step in ('drafted', 'submitted', 'withdrawn', 'passed',
  'returned', 'rejected', 'checked', 'check-returned', 'noticed', 'objection-returned', 'in-force', 'abandoned'));
