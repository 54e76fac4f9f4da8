/**
 * The menu commands: parameters in, one call, outputs out.
 * <p>
 * May import java.*, org.scijava, {@code ij.ImagePlus} and tintype.*. A
 * parameter's name is its macro key, in one lower-case word that also begins
 * its label; its default is the field's initial value.
 */
package tintype.commands;
