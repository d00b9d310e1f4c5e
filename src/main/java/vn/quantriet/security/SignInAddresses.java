package vn.quantriet.security;

/** Addresses of coming in, without a slash in front, as routes are written. */
public final class SignInAddresses {
    public static final String SIGN_IN = "dang-nhap";

    /** Where the form of the sign-in page is sent to. */
    public static final String SIGN_IN_FORM = "dang-nhap/vao";

    /** Why the sign-in page is shown; each is a query parameter of it without a value. */
    public enum Notice {
        WRONG("sai"),
        WAIT("cho"),
        AGAIN("lai"),
        READY("xong"),
        SIGNED_OUT("ra");

        private final String parameter;

        Notice(String parameter) {
            this.parameter = parameter;
        }

        public String parameter() {
            return parameter;
        }

        String address() {
            return "/" + SIGN_IN + "?" + parameter;
        }
    }

    private SignInAddresses() {}
}
