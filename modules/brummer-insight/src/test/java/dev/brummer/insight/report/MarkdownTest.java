package dev.brummer.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void textMeansNothingButItself() {
        assertThat(Markdown.text("a_b *c* [d](e) <f> `g` #1 @h"))
                .isEqualTo("a\\_b \\*c\\* \\[d\\](e) \\<f\\> \\`g\\` \\#1 \\@h");
    }

    @Test
    void fencesAreLongerThanWhatTheyHold() {
        assertThat(Markdown.code("a")).isEqualTo("`a`");
        assertThat(Markdown.code("a`b``c")).isEqualTo("```a`b``c```");
        assertThat(Markdown.code("`a`")).isEqualTo("`` `a` ``");
        assertThat(Markdown.block("a")).isEqualTo("```text\na\n```\n");
        assertThat(Markdown.block("a\n```\nb\n")).isEqualTo("````text\na\n```\nb\n````\n");
    }
}
