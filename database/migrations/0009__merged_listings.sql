-- A listing that was entered twice ends in the other one, and its page says where it went.

alter table needs add column merged_into uuid references needs (id) on delete set null;
alter table needs add constraint needs_merged_check
  check (merged_into is null or close_reason = 'merged');
create index needs_merged_into on needs (merged_into) where merged_into is not null;

alter table achievements drop constraint achievements_status_check;
alter table achievements add constraint achievements_status_check
  check (status in ('draft', 'published', 'withdrawn', 'merged'));
alter table achievements add column merged_into uuid references achievements (id) on delete set null;
alter table achievements add constraint achievements_merged_check
  check (merged_into is null or status = 'merged');
create index achievements_merged_into on achievements (merged_into) where merged_into is not null;
