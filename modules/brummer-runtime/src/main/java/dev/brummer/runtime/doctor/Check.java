package dev.brummer.runtime.doctor;

import java.util.List;

/** Looks at one side of a start. */
interface Check {
    /**
     * What is wrong; one short line if there was something to look at and all of it is well; nothing otherwise.
     *
     * @throws InterruptedException if the thread was interrupted while a program ran
     */
    List<Finding> look(Subject subject) throws InterruptedException;
}
