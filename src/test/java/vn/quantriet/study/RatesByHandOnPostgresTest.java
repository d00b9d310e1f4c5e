package vn.quantriet.study;

import vn.quantriet.portal.OnPostgres;

@OnPostgres
class RatesByHandOnPostgresTest extends RatesByHandTest {}
