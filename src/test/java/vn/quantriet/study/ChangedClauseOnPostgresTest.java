package vn.quantriet.study;

import vn.quantriet.portal.OnPostgres;

@OnPostgres
class ChangedClauseOnPostgresTest extends ChangedClauseTest {}
