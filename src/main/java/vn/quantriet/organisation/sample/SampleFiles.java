package vn.quantriet.organisation.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import vn.quantriet.tables.CsvTable;

/**
 * The two import files of a fictional organisation. Units are written by hand; people are drawn from a seed, so that the same
 * seed always gives the same files.
 */
public record SampleFiles(String units, String members) {

    public static final int PARTY_MEMBERS = 1500;
    public static final int NON_MEMBERS = 40;

    private static final int OLDEST_BIRTH = 1950;
    private static final int YOUNGEST_BIRTH = 2004;

    /** People whose accounts the sign-in page offers, in the unit whose code is given. */
    enum Known {
        TAM("tam", "Hoàng Văn Tâm", "TINH", "provincial.secretary", "SECRETARY"),
        KHANG("khang", "Trần Minh Khang", "TINH", "provincial.reporter", "REPORTER"),
        QUANTRI("quantri", "Đinh Quang Trí", "TINH", "provincial.administrator", "ADMINISTRATOR"),
        LAN("lan", "Lê Thị Lan", "KCQ", "upper.secretary", "SECRETARY"),
        BINH("binh", "Phạm Thanh Bình", "KCQ-SKH-01", "cell.secretary", "SECRETARY"),
        HA("ha", "Nguyễn Thu Hà", "KCQ-SKH-01", "", ""),
        MINH("minh", "Vũ Đức Minh", "XAP-AP2-01", "", ""),
        MAI("mai", "Đặng Thị Mai", "TINH", "provincial.editor", "EDITOR"),
        NGHIA("nghia", "Bùi Trọng Nghĩa", "TINH", "provincial.chief-editor", "EDITOR");

        private final String username;
        private final String fullName;
        private final String unit;
        private final String post;
        private final String roles;

        Known(String username, String fullName, String unit, String post, String roles) {
            this.username = username;
            this.fullName = fullName;
            this.unit = unit;
            this.post = post;
            this.roles = roles;
        }
    }

    /** Files of an organisation with exactly {@link #PARTY_MEMBERS} party members and {@link #NON_MEMBERS} others. */
    public static SampleFiles from(long seed) {
        String units = text("units.csv");
        return new SampleFiles(units, new People(seed, units).csv());
    }

    private static String text(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties properties(String resource) {
        var properties = new Properties();
        try (var in = new java.io.InputStreamReader(open(resource), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(
                SampleFiles.class.getResourceAsStream("/vn/quantriet/organisation/sample/" + resource), resource);
    }

    private static final class People {
        private final Random random;
        private final List<CsvTable.Row> units;
        private final Properties names = properties("names.properties");
        private final Properties posts = properties("posts.properties");
        private final StringBuilder csv =
                new StringBuilder("code,full_name,unit,party_member,born,post,roles,username\n");
        private final Set<String> usedNames = new HashSet<>();
        private int members;
        private int others;

        People(long seed, String unitsCsv) {
            random = new Random(seed);
            units = CsvTable.read(unitsCsv, List.of("code", "parent", "name", "kind"), List.of())
                    .rows();
            for (Known known : Known.values()) {
                usedNames.add(known.fullName);
            }
        }

        String csv() {
            List<String> cells = new ArrayList<>();
            for (CsvTable.Row unit : units) {
                committee(unit);
                if (unit.get("kind").equals("CELL")) {
                    cells.add(unit.get("code"));
                }
            }
            fill(cells);
            for (int i = 0; i < NON_MEMBERS; i++) {
                row(cells.get(random.nextInt(cells.size())), false, "", "");
            }
            return csv.toString();
        }

        /** The people who answer for a unit. */
        private void committee(CsvTable.Row row) {
            String unit = row.get("code");
            String level = switch (row.get("kind")) {
                case "PROVINCIAL_COMMITTEE" -> "provincial";
                case "UPPER_COMMITTEE" -> "upper";
                case "GRASSROOTS_COMMITTEE" -> "grassroots";
                default -> "cell";
            };
            boolean hasSecretary = known(unit, level + ".secretary");
            if (!hasSecretary) {
                row(unit, true, posts.getProperty(level + ".secretary"), "SECRETARY");
            }
            row(unit, true, posts.getProperty(level + ".deputy"), "");
            row(unit, true, posts.getProperty(level + ".member"), "");
            if (level.equals("upper")) {
                row(unit, true, posts.getProperty("upper.reporter"), "REPORTER");
            }
            String director = posts.getProperty("director." + unit);
            if (director != null) {
                row(unit, true, director, "");
            }
        }

        /** Writes the known people of {@code unit} and tells whether one of them holds {@code post}. */
        private boolean known(String unit, String post) {
            boolean held = false;
            for (Known known : Known.values()) {
                if (known.unit.equals(unit)) {
                    held |= known.post.equals(post);
                    String title = known.post.isEmpty() ? "" : posts.getProperty(known.post);
                    write(known.fullName, unit, true, title, known.roles, known.username);
                }
            }
            return held;
        }

        /** Spreads the rest of the party members over the cells, some large and some small. */
        private void fill(List<String> cells) {
            int rest = PARTY_MEMBERS - members;
            int[] weights = random.ints(cells.size(), 12, 40).toArray();
            int sum = java.util.Arrays.stream(weights).sum();
            for (int i = 0; i < cells.size(); i++) {
                int share = i == cells.size() - 1 ? PARTY_MEMBERS - members : rest * weights[i] / sum;
                for (int person = 0; person < share; person++) {
                    row(cells.get(i), true, "", "");
                }
            }
        }

        private void row(String unit, boolean partyMember, String post, String roles) {
            write(freshName(), unit, partyMember, post, roles, "");
        }

        private void write(
                String fullName, String unit, boolean partyMember, String post, String roles, String username) {
            String code = partyMember ? "DV%05d".formatted(++members) : "QC%03d".formatted(++others);
            int born = OLDEST_BIRTH + random.nextInt(YOUNGEST_BIRTH - OLDEST_BIRTH + 1);
            csv.append(String.join(
                            ",",
                            code,
                            fullName,
                            unit,
                            partyMember ? "yes" : "no",
                            String.valueOf(born),
                            post,
                            roles,
                            username))
                    .append('\n');
        }

        private String freshName() {
            String name = name();
            while (!usedNames.add(name)) {
                name = name();
            }
            return name;
        }

        private String name() {
            String sex = random.nextInt(100) < 56 ? "male" : "female";
            String family = word("family");
            String middle = word(sex + ".middle");
            String given = word(sex + ".given");
            if (middle.equals("Thị") && random.nextInt(3) == 0) {
                String second = word("female.given");
                return second.equals(given) ? name() : String.join(" ", family, middle, second, given);
            }
            return middle.equals(given) ? name() : String.join(" ", family, middle, given);
        }

        private String word(String list) {
            String[] words = names.getProperty(list).split(" ");
            return words[random.nextInt(words.length)];
        }
    }
}
