package dev.brummer.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginNameTest {
    @ParameterizedTest
    @CsvSource({"acme, Acme", "acme-cache, AcmeCache", "x2-3d, X23d"})
    void itsClassesAreNamedAfterIt(String id, String className) {
        assertThat(new PluginName(id, "com.example").className()).isEqualTo(className);
    }

    @ParameterizedTest
    @CsvSource({
        "Acme, acme", "acme_cache, acme-cache", "AcmeCache, acme-cache", "' Acme: Cache! ', acme-cache",
        "9lives, lives", "Café, cafe", "../acme, acme"
    })
    void aNameThatCannotBeIsToldTogetherWithOneThatCan(String typed, String better) {
        assertThatThrownBy(() -> new PluginName(typed, "com.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a plugin's name is small letters and digits, in words joined by hyphens, not '" + typed
                        + "': how about '" + better + "'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "12", "日本"})
    void whereNothingIsLeftNothingIsSuggested(String typed) {
        assertThatThrownBy(() -> new PluginName(typed, "com.example")).hasMessageEndingWith(", not '" + typed + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "com.", "com.new.acme", "com.Acme", "com/acme", "1a"})
    void aPackageMustBeOne(String name) {
        assertThatThrownBy(() -> new PluginName("acme", name))
                .hasMessage("'" + name + "' is no name of a Java package, such as com.example");
    }

    @Test
    void aNameLongerThanAnybodyReadsIsNone() {
        assertThatThrownBy(() -> new PluginName("a".repeat(61), "com.example")).hasMessageContaining("not 'aaa");
    }
}
