-- Objections that still wait for an answer are few beside all that were ever raised.
create index objection_unanswered on objection (notice_id) where result is null;
