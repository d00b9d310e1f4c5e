-- The words of each member's name, by the number of their first letters (ui.LeadingLetters), for finding people by the beginning of any
-- word: some four rows a member. Without a reference to member: it would need an index of its own, as large as this one, and members
-- are never deleted. Filled for the members there are by the migration after this one.
create table member_word (
    beginning bigint not null,
    member_id bigint not null,
    primary key (beginning, member_id)
);
