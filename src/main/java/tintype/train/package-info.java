/**
 * One training run, one evaluation: from a folder of colour pictures to a model
 * and the figures that say how good it is. Imports what {@link tintype.nn} may,
 * and {@code javax.imageio}; opens no window and prints nothing.
 */
package tintype.train;
