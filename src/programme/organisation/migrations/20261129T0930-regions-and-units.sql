-- The regions there are, the units of branches, and branches without a brand in their order, each from an index alone.
create index organisation_of_region on organisation (region, path text_pattern_ops) where region is not null;
create index branch_of_unit on organisation (unit_id) include (set_up_on, dissolved_on) where kind = 'branch';
drop index organisation_on_the_board;
create index organisation_on_the_board on organisation (id) include (region, set_up_on, dissolved_on, sort_no)
  where kind = 'branch';
