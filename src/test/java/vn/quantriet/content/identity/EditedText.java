package vn.quantriet.content.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.format.Hashes;

/** A text as a tree of clauses that knows of each clause which one it was, through whatever edits are made. */
final class EditedText {
    private static final List<String> ROMAN =
            List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv");
    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";

    private final Part root = new Part("", "");
    private final Random random;
    private final List<Written> strangers;

    /** A clause. */
    static final class Part {
        String title;
        String text;
        final List<Part> children = new ArrayList<>();

        /** Indexes of earlier clauses that it may rightly be taken for. */
        final Set<Integer> rightly = new HashSet<>();

        /** Whether it may rightly be taken for a new one. */
        boolean mayBeNew = true;

        boolean touched;

        Part(String title, String text) {
            this.title = title;
            this.text = text;
        }

        boolean isAmbiguous() {
            return mayBeNew && !rightly.isEmpty() || rightly.size() > 1;
        }
    }

    /** What stands where after the edits. */
    record Flat(Written written, Part part) {}

    /** @param strangers clauses of other texts, from which new ones are taken */
    EditedText(List<Written> clauses, List<Written> strangers, Random random) {
        this.random = random;
        this.strangers = strangers;
        List<Part> open = new ArrayList<>(List.of(root));
        for (int i = 0; i < clauses.size(); i++) {
            var part = new Part(clauses.get(i).title(), clauses.get(i).text());
            part.rightly.add(i);
            part.mayBeNew = false;
            open = new ArrayList<>(open.subList(0, clauses.get(i).depth() + 1));
            open.getLast().children.add(part);
            open.add(part);
        }
    }

    /** Makes one edit. @return its kind */
    String edit() {
        var kinds = List.of(
                "insert", "insert", "delete", "move", "move", "swap", "reword", "reword", "rewrite", "replace", "typos",
                "case", "retitle", "split", "merge", "promote");
        while (true) {
            var kind = kinds.get(random.nextInt(kinds.size()));
            if (tryTo(kind)) {
                return kind;
            }
        }
    }

    private boolean tryTo(String kind) {
        var parts = all(root);
        var parent = parts.get(random.nextInt(parts.size()));
        if (parent.children.isEmpty()) {
            return false;
        }
        int at = random.nextInt(parent.children.size());
        var part = parent.children.get(at);
        boolean leaf = part.children.isEmpty();
        int words = part.text.isBlank() ? 0 : part.text.split("\\s+").length;
        switch (kind) {
            case "insert" -> parent.children.add(at, stranger());
            case "delete" -> {
                if (!leaf || parent.children.size() == 1) {
                    return false;
                }
                parent.children.remove(at);
            }
            case "move" -> {
                var target = parts.get(random.nextInt(parts.size()));
                if (!leaf || parent.children.size() == 1 || depth(target) > 1 || target == part) {
                    return false;
                }
                parent.children.remove(at);
                target.children.add(random.nextInt(target.children.size() + 1), part);
            }
            case "swap" -> {
                if (parent.children.size() < 2) {
                    return false;
                }
                Collections.swap(parent.children, at, random.nextInt(parent.children.size()));
            }
            case "reword" -> {
                if (words < 12) {
                    return false;
                }
                part.text = reworded(part.text, 0.03 + random.nextDouble() * 0.12);
            }
            case "rewrite" -> {
                if (words < 12) {
                    return false;
                }
                part.text = reworded(part.text, 0.6 + random.nextDouble() * 0.3);
                part.mayBeNew = true;
            }
            case "replace" -> {
                if (!leaf) {
                    return false;
                }
                parent.children.set(at, stranger());
            }
            case "typos" -> part.text = typos(part.text);
            case "case" -> {
                part.title = random.nextBoolean() ? part.title.toUpperCase(Locale.ROOT) : part.title;
                part.text = part.text.length() > 30
                        ? part.text.substring(0, 15).toUpperCase(Locale.ROOT) + part.text.substring(15)
                        : part.text;
            }
            case "retitle" -> {
                if (words < 12) {
                    return false;
                }
                part.title = stranger().title;
            }
            case "split" -> {
                if (!leaf || words < 30) {
                    return false;
                }
                var all = part.text.split("\\s+");
                int cut = (int) (all.length * (0.3 + random.nextDouble() * 0.4));
                var rest = new Part(stranger().title, String.join(" ", Arrays.copyOfRange(all, cut, all.length)));
                part.text = String.join(" ", Arrays.copyOfRange(all, 0, cut));
                rest.rightly.addAll(part.rightly);
                part.mayBeNew = true;
                parent.children.add(at + 1, rest);
                rest.touched = true;
            }
            case "merge" -> {
                if (!leaf || at + 1 >= parent.children.size()) {
                    return false;
                }
                var second = parent.children.get(at + 1);
                if (!second.children.isEmpty() || second.text.isBlank() || words == 0) {
                    return false;
                }
                parent.children.remove(at + 1);
                part.text = part.text + " " + second.text;
                part.rightly.addAll(second.rightly);
                part.mayBeNew |= second.mayBeNew;
            }
            case "promote" -> {
                if (depth(part) != 2 || !leaf || parent.children.size() == 1) {
                    return false;
                }
                parent.children.remove(at);
                root.children.add(random.nextInt(root.children.size() + 1), part);
            }
            default -> throw new IllegalArgumentException(kind);
        }
        part.touched = true;
        return true;
    }

    /** The clauses as they stand now, numbered anew. */
    List<Flat> clauses() {
        List<Flat> flat = new ArrayList<>();
        flatten(root, null, 0, flat);
        return flat;
    }

    private static void flatten(Part parent, @Nullable String place, int depth, List<Flat> flat) {
        for (int i = 0; i < parent.children.size(); i++) {
            var part = parent.children.get(i);
            var here = place == null
                    ? ROMAN.get(i)
                    : place + "." + (depth == 1 ? String.valueOf(i + 1) : LETTERS.substring(i, i + 1));
            flat.add(new Flat(
                    new Written(
                            new ClauseId(here), depth, part.title, part.text, Hashes.of(part.title + "\n" + part.text)),
                    part));
            flatten(part, here, depth + 1, flat);
        }
    }

    private Part stranger() {
        var written = strangers.get(random.nextInt(strangers.size()));
        return new Part(written.title(), written.text());
    }

    private String reworded(String text, double share) {
        var words = text.split("\\s+");
        var others = stranger().text.split("\\s+");
        for (int i = 0; i < words.length; i++) {
            if (random.nextDouble() < share) {
                words[i] = others[random.nextInt(others.length)];
            }
        }
        return String.join(" ", words);
    }

    private String typos(String text) {
        var letters = new StringBuilder(text);
        for (int i = 0; i < text.length() / 150 + 1 && letters.length() > 2; i++) {
            int at = random.nextInt(letters.length() - 1);
            char letter = letters.charAt(at);
            letters.setCharAt(at, letters.charAt(at + 1));
            letters.setCharAt(at + 1, letter);
        }
        return letters.toString();
    }

    private int depth(Part part) {
        return depth(root, part, 0);
    }

    private static int depth(Part from, Part part, int depth) {
        if (from == part) {
            return depth;
        }
        return from.children.stream()
                .mapToInt(child -> depth(child, part, depth + 1))
                .max()
                .orElse(-1);
    }

    private static List<Part> all(Part from) {
        List<Part> parts = new ArrayList<>(List.of(from));
        from.children.forEach(child -> parts.addAll(all(child)));
        return parts;
    }
}
