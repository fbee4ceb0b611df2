package dev.brummer.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface that plugins are given and only Brummer and its test kit implement: it may get further methods in
 * any version. An interface without this mark is implemented by plugins, and gets default methods at most.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ProvidedByBrummer {}
