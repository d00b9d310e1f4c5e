package vn.quantriet.study;

import vn.quantriet.portal.OnPostgres;

@OnPostgres
class NoteTakingOnPostgresTest extends NoteTakingTest {}
