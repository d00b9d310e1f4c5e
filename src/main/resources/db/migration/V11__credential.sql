-- how often the password has been set; sessions that began with an older number end
alter table account add column credential int default 0 not null;
