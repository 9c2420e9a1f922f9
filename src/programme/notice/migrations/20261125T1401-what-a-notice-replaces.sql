-- What is disclosed may replace something that stands: {reason, body}, to be shown side by side.
alter table notice add column replaces jsonb;
