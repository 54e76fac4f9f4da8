/**
 * The same small network with one activation after the other, on the same
 * pictures in the same order: what the activation alone changes. Imports what
 * {@link tintype.train} may, and one distribution of Commons Math; opens no
 * window and prints nothing.
 */
package tintype.study;
