-- Working days of the steps after the reviews, set with the route from a day on; what was set before keeps the house default.
alter table theme_route_plan
  add column check_days integer not null default 5 check (check_days between 1 and 60),
  add column disclose_days integer not null default 5 check (disclose_days between 1 and 60),
  add column answer_days integer not null default 5 check (answer_days between 1 and 60);
