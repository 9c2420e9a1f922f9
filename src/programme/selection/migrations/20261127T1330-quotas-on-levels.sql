-- What came of the quotas on levels in a run; null where the rule sheet has none.
alter table selection_run add column level_quotas jsonb;
