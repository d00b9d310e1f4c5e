package vn.quantriet.content;

/** Who wrote a version, as the history names them. */
public record Author(String name, String email) {
    /** The library itself: in its name is recorded what was changed in its folder. */
    public static final Author LIBRARY = new Author("Thư viện", "thu-vien@localhost");
}
