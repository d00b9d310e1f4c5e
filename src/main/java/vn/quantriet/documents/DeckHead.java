package vn.quantriet.documents;

/** The front matter of a deck. */
public record DeckHead(String title, String reporter, String audience) {

    /** The name of the deck's file by its title. */
    public String suggestedName() {
        var slug = TextHead.slug(title);
        return slug.length() <= LONGEST_NAME
                ? slug
                : slug.substring(0, LONGEST_NAME).replaceAll("-[^-]*$", "");
    }

    private static final int LONGEST_NAME = 60;

    /** The front matter with its fences. */
    public String frontMatter() {
        var yaml = new StringBuilder("---\n");
        TextHead.line(yaml, "title", title);
        TextHead.line(yaml, "reporter", reporter);
        TextHead.line(yaml, "audience", audience);
        return yaml.append("---\n").toString();
    }
}
