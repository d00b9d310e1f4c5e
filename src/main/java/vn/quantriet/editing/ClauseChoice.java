package vn.quantriet.editing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One answer to what publishing asks of a clause. */
@Entity
@Table(name = "text_draft_choice")
class ClauseChoice {
    static final String EDITORIAL = "editorial";
    static final String MATERIAL = "material";
    static final String NEW = "new";

    /** What can be asked. */
    enum Question {
        /** Whether a rewording changes the meaning; the subject is the clause. */
        MEANING,
        /** Which earlier clause stands at a place; the subject is the place. */
        IDENTITY
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "draft_id")
    private long draft;

    @Enumerated(EnumType.STRING)
    private Question question;

    private String subject;
    private String answer;

    @SuppressWarnings("NullAway.Init")
    protected ClauseChoice() {}

    @SuppressWarnings("NullAway.Init")
    ClauseChoice(DraftId draft, Question question, String subject, String answer) {
        this.draft = draft.value();
        this.question = question;
        this.subject = subject;
        this.answer = answer;
    }

    Question question() {
        return question;
    }

    String subject() {
        return subject;
    }

    String answer() {
        return answer;
    }

    void answer(String newAnswer) {
        answer = newAnswer;
    }
}
