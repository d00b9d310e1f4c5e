package vn.quantriet.study;

import vn.quantriet.portal.OnPostgres;

@OnPostgres
class ReadingOnPostgresTest extends ReadingTest {}
