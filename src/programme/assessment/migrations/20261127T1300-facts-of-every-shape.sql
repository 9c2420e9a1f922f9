-- In which group of raters (党员、群众、上级) an assessor scores; empty where the sheet has none.
alter table assessor_assignment add column rater_group text not null default '';

-- A ballot by option: a list of {option, count}, kept like the votes of a satisfaction survey.
alter table survey_count add column votes jsonb;
alter table survey_count
  drop constraint sealed_until_confirmed,
  drop constraint too_few_are_not_kept,
  add constraint sealed_until_confirmed check (
    (confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (sealed is not null)
    and (confirmed_by is not null or (valid is null and votes is null and not too_few))),
  add constraint too_few_are_not_kept check (
    not too_few or (eligible is null and valid is null and satisfied is null and votes is null)),
  add constraint counted_by_satisfaction_or_by_option check (votes is null or satisfied is null);
