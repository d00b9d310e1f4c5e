package vn.quantriet.study;

import vn.quantriet.portal.OnPostgres;

@OnPostgres
class MemberTurnsOnPostgresTest extends MemberTurnsTest {}
