/** What runs use of the machine over time, and whom they are connected to: decided purely, from looks at the system. */
@NullMarked
package dev.brummer.runtime.usage;

import org.jspecify.annotations.NullMarked;
