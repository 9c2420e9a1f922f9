-- A notice whose subject is gone, by a reorganisation for one: closed with the reason, and nothing takes effect.
alter table notice drop constraint notice_outcome_check;
alter table notice add constraint notice_outcome_check check (outcome in ('in-effect', 'objection-upheld', 'taken-down'));
alter table notice
  add column taken_down_reason text,
  add constraint taken_down_with_a_reason check ((outcome is not distinct from 'taken-down') = (taken_down_reason is not null));
