-- Notices whose last day is still to be fixed.
create index notice_provisional on notice (id) where provisional and outcome is null;
