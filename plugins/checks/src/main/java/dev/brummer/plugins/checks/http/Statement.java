package dev.brummer.plugins.checks.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.brummer.plugins.checks.net.PlainText;
import java.io.IOException;
import java.util.Locale;

/** What one value in a health report says of what it is about: {@code true}, {@code "up"}, {@code {status: "UP"}}. */
final class Statement {
    private static final int LONGEST_WORD = 24;
    private static final int LONGEST_DETAIL = 120;

    private String name = "";
    private Verdict verdict = Verdict.SILENT;
    private String word = "";
    private String detail = "";
    private boolean settled;

    /** Reads the value at which {@code json} stands, to its end. */
    static Statement of(JsonParser json) throws IOException {
        Statement statement = new Statement();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            statement.takeMembers(json);
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            statement.takeWorst(json);
        } else {
            statement.say(json);
        }
        return statement;
    }

    /** What it is about, where it says so; empty otherwise. */
    String name() {
        return name;
    }

    Verdict verdict() {
        return verdict;
    }

    /** The word it uses, in lower case; empty if it says nothing. */
    String word() {
        return word;
    }

    /** An error's text or the like; often empty. */
    String detail() {
        return detail;
    }

    /** Takes in the member {@code key} of an object, at whose value {@code json} stands, and reads it to its end. */
    void take(String key, JsonParser json) throws IOException {
        switch (key) {
            case "status" -> settle(json);
            case "state", "health", "healthy", "ok", "up", "connected" -> sayUnlessSettled(json);
            case "name" -> name = textOr(name, json);
            case "error", "message", "output", "reason" -> detail = textOr(detail, json);
            case "details" -> takeDetails(json);
            default -> {}
        }
        json.skipChildren();
    }

    private void takeMembers(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName().toLowerCase(Locale.ROOT);
            json.nextToken();
            take(key, json);
        }
    }

    /** Spring Boot puts the error of a part here. */
    private void takeDetails(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean error = json.currentName().equals("error");
            json.nextToken();
            detail = error ? textOr(detail, json) : detail;
            json.skipChildren();
        }
    }

    /** A part of several copies is as well as the worst of them. */
    private void takeWorst(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Statement one = of(json);
            if (one.verdict.compareTo(verdict) > 0) {
                verdict = one.verdict;
                word = one.word;
                detail = one.detail;
            }
        }
    }

    /** {@code status} beats every other way to say it, wherever in the object it stands. */
    private void settle(JsonParser json) throws IOException {
        if (json.currentToken().isScalarValue()) {
            say(json);
            settled = verdict != Verdict.SILENT;
        }
    }

    private void sayUnlessSettled(JsonParser json) throws IOException {
        if (!settled) {
            say(json);
        }
    }

    private void say(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            word = PlainText.oneLine(json.getText(), LONGEST_WORD).toLowerCase(Locale.ROOT);
            verdict = Verdict.of(word);
        } else if (json.currentToken().isBoolean()) {
            verdict = Verdict.of(json.getBooleanValue());
            word = verdict == Verdict.WELL ? "up" : "down";
        }
    }

    private static String textOr(String before, JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING
                ? PlainText.oneLine(json.getText(), LONGEST_DETAIL)
                : before;
    }
}
