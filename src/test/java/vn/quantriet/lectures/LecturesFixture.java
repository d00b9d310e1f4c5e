package vn.quantriet.lectures;

/** Lets tests of the pages build the module's services. */
public final class LecturesFixture {
    private LecturesFixture() {}

    public static Lectures lectures(FakeLibrary library, ActingMember acting) {
        return new Lectures(library, acting);
    }
}
